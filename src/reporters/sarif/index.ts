import { visibleLine } from '../../messages/visible.ts';
import type { Reporter, ReporterContext } from '../reporter.ts';
import { resultOf } from '../result.ts';
import { notificationsOf } from './notifications.ts';
import { counter, resultFor } from './results.ts';
import { ruleOf } from './rules.ts';

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function beginning({ rules, lang, version, severityOf }: ReporterContext): string {
  const driver = {
    name: 'giar',
    version,
    semanticVersion: version,
    rules: rules.map((rule) => ruleOf(rule, severityOf(rule), lang)),
  };
  return [
    `{"$schema":${visibleLine(schema)},"version":"2.1.0","runs":[{`,
    `"tool":${visibleLine({ driver })},`,
    `"language":${visibleLine(lang === 'zh' ? 'zh-CN' : 'en-US')},`,
    '"columnKind":"utf16CodeUnits",',
    '"results":[',
  ].join('\n');
}

/** SARIF 2.1.0, for platforms that show what analysis tools found: one run, written report by report. */
export function sarifReporter(): Reporter {
  const notifications: object[] = [];
  const count = counter();
  let isFirst = true;
  return {
    open: beginning,
    async report(run, context) {
      const told = resultOf(run, context.sentences, context.lang);
      notifications.push(...notificationsOf(told, context.lang));
      const { report } = run;
      if (report === null) return '';
      const lines = run.findings.flatMap((finding, i) => {
        const each = told.findings[i];
        return each === undefined
          ? []
          : [visibleLine(resultFor(report, finding, each, context, count))];
      });
      const text = lines.map((line, i) => `${isFirst && i === 0 ? '' : ','}\n${line}`).join('');
      if (lines.length > 0) isFirst = false;
      return text;
    },
    async close(summary) {
      const invocation = {
        executionSuccessful: summary.reports > 0 && summary.notAssessable === 0,
        toolExecutionNotifications: notifications,
      };
      return `\n],\n"invocations":[${visibleLine(invocation)}]}]}\n`;
    },
  };
}
