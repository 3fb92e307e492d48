import type { Topic } from './edition.ts';
import { type Report, sentencesOf } from './report.ts';

/** Whether the prose of a report mentions a topic, in any section. */
export function isMentioned({ words, besides = [] }: Topic, report: Report): boolean {
  return sentencesOf(report).some(({ text }) => {
    const own = besides.reduce((rest, label) => rest.replaceAll(label, ''), text);
    return words.some((word) => own.includes(word));
  });
}

/** The topics that a rule asks for and the report does not mention. */
export function unmentioned(rule: string, report: Report): Topic[] {
  const { topics } = report.form.edition;
  return topics.filter((topic) => topic.rule === rule && !isMentioned(topic, report));
}
