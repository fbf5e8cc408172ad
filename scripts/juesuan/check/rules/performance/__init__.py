"""Rules of the performance forms (绩效自评表): of one project, and of all against the prose."""
