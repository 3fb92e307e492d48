/** Words that count, a longer one before one that it begins with; for a pattern. */
export const counters = '件次|人次|条|件|个|次|篇|人|项|部|宗|份|起|户';
