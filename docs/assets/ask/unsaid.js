/* What a question asks and the first answer does not say: told, so that no number that is near stands for it. */
(function (ask) {
  "use strict";

  /* What is asked by a word of a role, and what an answer holds that says it. */
  var BY_ROLE = [["share_pct", /占|比例|比重|份额|前者是后者/], ["initial_budget", /年初预算/], ["annual_budget", /预算/], ["reason", /原因|说明|理由|丢分/], ["sum", /本站计算|相加|合计|之和|平均/]];

  /* What is asked by other words, the first group of them, and what says it. */
  var BY_WORDS = [
    [/[去到]了?((?:哪(?:儿|里|些?地方|个国家|些国家|几个国家)?)|什么地方|什么国家)/, /说明里有|写着|前往|赴/],
    [/(哪家(?:公司|企业|厂家|供应商)|什么(?:公司|企业))/, /公司|企业|写着/],
    [/((?:是|归|由)谁的?)/, /部门|单位|实施|（.*[局委办院校站中心支队]）/]
  ];

  function flat(lists) { return [].concat.apply([], lists); }

  /* All that an answer says. */
  function textOf(box) {
    return [box.head].concat(flat([box.lead || []].concat(box.rows || [])).map(function (one) { return typeof one === "string" ? one : one.t; }), box.note || "").join("");
  }

  /* How many of something it was: the unit behind a number. The name of a department is no unit: 多少 人社局. */
  function unitUnsaid(asked, text) {
    var own = ask.named(asked.parts).own, said = asked.parts.map(function (one) { return (one.gap ? " " : "") + (own.indexOf(one) < 0 ? one.text : " "); }).join(""), unit = ask.counting(said);
    return unit && /元|%/.test(text) && !new RegExp("\\d[\\d,.万亿余多]* ?" + unit).test(text) ? ["多少" + unit] : [];
  }

  /* Whether an answer gives numbers of what is named: what it explains, refuses or does not find says so itself. */
  function numbered(box) {
    return !!box && /^(d|functions|projects)\//.test(box.url || "") && !/没有单独的决算$/.test(box.head) && !["help", "absent", "nothing", "lost", "checks", "matched", "cost", "topic", "said", "passage", "indicator"].some(function (kind) { return box[kind]; });
  }

  /* Whether what an answer leaves unsaid is told: not of what it explains, or has in words. */
  function isTold(answer, asked) {
    var kinds = asked.kinds, worded = answer.answers.some(function (box) { return box.help || box.passage || box.indicator; });
    return !asked.latin && numbered(answer.answers[0]) && !worded && kinds.meaning === undefined && kinds.check === undefined;
  }

  /* What is asked by words (where, who) and the first answer does not say. */
  ask.wordsUnsaid = function (answer, asked) {
    var text = isTold(answer, asked) ? textOf(answer.answers[0]) : null;
    return text === null ? [] : BY_WORDS.map(function (one) { var found = one[0].exec(asked.text); return found && !one[1].test(text) ? found[1] : ""; }).filter(Boolean);
  };

  /* What the first answer leaves unsaid of a question, as it was asked. */
  ask.unsaid = function (answer, asked) {
    if (!isTold(answer, asked)) { return []; }
    var text = textOf(answer.answers[0]), kinds = asked.kinds;
    var roles = BY_ROLE.filter(function (one) { return kinds[one[0]] !== undefined && !one[1].test(text); }).map(function (one) { return kinds[one[0]]; });
    return roles.concat(ask.wordsUnsaid(answer, asked), unitUnsaid(asked, text));
  };

  /* An answer that says first what it does not answer. */
  ask.withUnsaid = function (answer, asked) {
    var all = ask.unsaid(answer, asked), first = answer.answers[0];
    if (all.length) { first.lead = ["没有回答：“" + all.join("”“") + "”。下面是查到的数，里面没有它。"].concat(first.lead || []); }
    return answer;
  };
})(window.juesuanAsking = window.juesuanAsking || {});
