/* Numbers: as the site shows them, and as people type them. */
(function (ask) {
  "use strict";
  var DIGITS = { "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9 };
  var POWERS = { "万亿": 8, "亿": 4, "千万": 3, "百万": 2, "万": 0, "千": -1, "百": -2 };

  ask.percent = function (column) { return column === "%" || /_pct$/.test(column); };

  ask.grouped = function (value) {
    var sides = value.replace("-", "").split(".");
    return (value[0] === "-" ? "-" : "") + sides[0].replace(/\B(?=(\d{3})+$)/g, ",") + (sides[1] === undefined ? "" : "." + sides[1]);
  };

  ask.large = function (value, unit) {
    return unit === "万元" && Math.abs(+value) >= 10000 ? "（" + (Math.abs(+value) / 10000).toFixed(2) + " 亿元）" : "";
  };

  /* A printed figure with its unit, leading to where it stands. */
  ask.figure = function (cell, unit, id) {
    var text = ask.grouped(cell[0]) + (ask.percent(unit) ? "%" : " " + unit);
    return cell[1] ? { t: text, u: "d/" + id + "/" + cell[1] } : text;
  };

  /* A number made of printed ones, with as many decimals as the longest of them. */
  ask.exactly = function (value, printed) {
    return value.toFixed(Math.max.apply(null, printed.map(function (one) { return (one.split(".")[1] || "").length; })));
  };

  /* The ranks of some values in their order: what is the same has the same rank. */
  ask.ranks = function (values) {
    return values.map(function (value) { return values.findIndex(function (other) { return +other === +value; }) + 1; });
  };

  /* That a contradiction concerns a figure, leading to it: what stands third in a cell, or is told. */
  ask.doubt = function (cell, id, told) {
    var page = told || (cell || [])[2];
    return page ? ["（", { t: "与另一处对不上", u: "d/findings/" + id + "--" + page + "/" }, "）"] : [];
  };

  /* A digit in characters. */
  ask.digit = function (char) { return DIGITS[char]; };

  /* A numeral in characters below ten thousand; NaN if it is none. */
  function small(text) {
    var sum = 0, digit = -1, last = 0;
    for (var i = 0; i < text.length; i += 1) {
      var unit = { "十": 10, "百": 100, "千": 1000 }[text[i]];
      if (unit) { sum += (digit < 0 ? 1 : digit) * unit; last = unit; digit = -1; } else if (DIGITS[text[i]] !== undefined) {
        if (DIGITS[text[i]] === 0) { last = 10; }
        digit = DIGITS[text[i]];
      } else { return NaN; }
    }
    return digit < 0 ? sum : sum + digit * (last > 10 ? last / 10 : 1);
  }

  /* A numeral in characters (三亿六千万) as a number; NaN if it is none. */
  function numeral(text) {
    if (!/[一二两三四五六七八九十]/.test(text)) { return NaN; }
    var parts = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/.exec(text);
    if (/^[亿万]/.test(text)) { return NaN; }
    var value = parts.slice(1).map(function (one) { return one ? small(one) : 0; });
    /* 三亿六: what stands alone behind a unit is a tenth of it. */
    if (parts[1] && !parts[2] && /^[一二三四五六七八九]$/.test(parts[3])) { value[2] *= 10000000; }
    if (parts[2] && /^[一二三四五六七八九]$/.test(parts[3])) { value[2] *= 1000; }
    return value[0] * 100000000 + value[1] * 10000 + value[2];
  }

  /* Numerals in characters within a text, written in digits, where they are amounts or stand alone. */
  ask.inDigits = function (text) {
    return text.replace(/([零〇一二两三四五六七八九十百千]+)点([零〇一二三四五六七八九]+)(?=万|亿|%)/g, function (found, whole, part) {
      var value = whole === "零" || whole === "〇" ? 0 : numeral(whole);
      return isNaN(value) ? found : value + "." + Array.from(part).map(function (char) { return DIGITS[char]; }).join("");
    }).replace(/[零〇一二两三四五六七八九十百千万亿]{2,}/g, function (found) {
      var value = numeral(found);
      return isNaN(value) || !/[十百千万亿]/.test(found) ? found : value >= 10000 ? ask.shifted(String(value), -4) + "万" : String(value);
    });
  };

  /* A decimal text times a power of ten, exactly. */
  ask.shifted = function (text, power) {
    var sides = text.split("."), whole = sides[0], part = sides[1] || "";
    for (; power > 0; power -= 1) { whole += part[0] || "0"; part = part.slice(1); }
    for (; power < 0; power += 1) { part = (whole.slice(-1) || "0") + part; whole = whole.slice(0, -1); }
    return (whole.replace(/^0+(?=\d)/, "") || "0") + (part.replace(/0+$/, "") ? "." + part.replace(/0+$/, "") : "");
  };

  /* A typed number as a limit: its value (money in 万元), its kind. */
  ask.quantity = function (number, power, unit) {
    var money = power || /^元|^块|人民币/.test(unit || "");
    return {
      value: +(money ? ask.shifted(number, power ? POWERS[power] : -4) : number),
      kind: money ? "money" : { "%": "rate", "分": "score", "人": "people", "名": "people", "辆": "vehicles", "台": "vehicles" }[unit] || ""
    };
  };

  /* Units of counts that are said, each with those under which it is held. */
  var COUNTS = { "人次": ["人次"], "人": ["人", "人次"], "批次": ["批次"], "辆": ["辆"], "台": ["台"], "个": ["个"], "家": ["家"], "项": ["项"], "次": ["次", "人次", "批次"], "平方米": ["平方米"] };
  var SAID = { "个人": "人", "名": "人", "个批次": "批次", "批": "批次", "台套": "台", "台(套)": "台", "m2": "平方米", "平米": "平方米", "平": "平方米" };

  /* A number with a unit of counts, as it is held; null if it is none. */
  function counts(text) {
    var found = /^(\d+(?:\.\d+)?)(人次|个人|人|名|个批次|批次|批|辆[\u4e00-\u9fff]{0,4}|台(?:套|\(套\))?|个[\u4e00-\u9fff]{0,6}|家|项|次|平方米|m2|平米?)$/.exec(text);
    var held = found && COUNTS[SAID[found[2]] || (/^[个辆]/.test(found[2]) ? found[2][0] : found[2])];
    return held ? { digits: 9, counted: true, values: held.map(function (unit) { return ask.shifted(found[1], 0) + unit; }) } : null;
  }

  /* An amount, in whatever way it is written, in 万元, with the digits that were meant. */
  ask.amount = function (query, anyway) {
    var text = ask.inDigits(query.normalize("NFKC").replace(/[\s,，¥￥]/g, "").replace(/^(大?约|左右)/, "").replace(/左右$/, "").replace(/[多余来](?=[万亿千]|元|块|$)/g, ""));
    var found = /^([-−–－负]?)(\d+(?:\.\d+)?)(万亿|亿|万|千万|百万|千|百)?(元|块钱?|人民币|%)?$/.exec(text);
    if (!found) { return counts(text); }
    var plain = !found[1] && !found[3] && !found[4] && !/\./.test(found[2]);
    if (!anyway && plain && (/^20\d\d$/.test(found[2]) || [3, 5, 7].indexOf(found[2].length) >= 0)) { return null; }
    if (found[4] === "%") { return { digits: 9, values: [ask.shifted(found[2], 0) + "%"], negative: !!found[1] }; }
    var all = [ask.shifted(found[2], found[3] ? POWERS[found[3]] : found[4] ? -4 : 0)];
    if (!found[3] && !found[4]) { all.push(ask.shifted(found[2], -4)); }
    /* Of a numeral in characters, zeros at the end say nothing. */
    var digits = (text === query ? found[2] : found[2].replace(/\.?0+$/, "")).replace(".", "").replace(/^0+/, "").length;
    return { digits: digits, values: all, negative: !!found[1] };
  };
})(window.juesuanAsking = window.juesuanAsking || {});
