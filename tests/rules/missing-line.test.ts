import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const missing = (row: string, name: string, table = 'requests') =>
  found(
    'missing-line line',
    [table, row, null],
    `缺少“${name}”一行：法定格式要求填写，没有发生的填 0`,
  );

describe('missing-line', () => {
  it('finds a line left out, and cannot tell the totals that counted with it', () => {
    const run = runFixture('missing-line/no-line-for-publications.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        missing('handled.notProcessed.publication', '（五）不予处理 3.要求提供公开出版物'),
      ],
      undecided: [
        ['column-total', 'handled.total', 'naturalPerson'],
        ['column-total', 'handled.total', 'total'],
      ],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'Line “(5) not processed: 3. publication” is missing: the form requires it; write 0 where there was none',
    ]);
    expect(run.coverage.cells).toMatchObject({ inForm: 200, read: 193 });
  });

  it('finds a line left out of the list of 2014', () => {
    expect(told(runFixture('missing-line/no-line-for-complaints.fail'))).toEqual({
      verdict: 'fail',
      findings: [missing('complaints', '六、举报投诉数量', 'statistics')],
      undecided: [],
      problems: [],
    });
  });

  it('names the cells that a line lacks', () => {
    const run = runFixture('missing-line/a-line-without-two-columns.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'missing-line cells',
          ['requests', 'newlyReceived', null],
          '“一、本年新收政府信息公开申请数量”一行缺少单元格：科研机构、社会公益组织',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'Line “1. newly received” lacks cells: research institution, public-interest organization',
    ]);
  });

  it('takes one line of other handling for its three, with a warning', () => {
    const run = runFixture('missing-line/other-handling-in-one-line.warning');
    expect(told(run)).toEqual({
      ...clean,
      findings: [
        found(
          'missing-line merged',
          ['requests', 'handled.otherHandling', null],
          '“（六）其他处理”只有一行：法定格式分 3 行填写，已按一行合计核对',
          'warning',
        ),
      ],
    });
    expect(messages(run, 'en')).toEqual([
      '“(6) other handling” is one line: the form has 3; it was checked as their sum',
    ]);
    const cells = run.findings[0]?.cells.map((cell) => run.report?.form.cells[cell]?.name);
    expect(cells).toHaveLength(7);
    expect([cells?.at(0), cells?.at(-1)]).toEqual([
      'requests.handled.otherHandling.naturalPerson',
      'requests.handled.otherHandling.total',
    ]);
    expect(run.coverage).toMatchObject({
      cells: { inForm: 186, read: 186 },
      checks: { made: 40, passed: 40 },
    });
  });

  it('does not let any other heading stand for its lines', () => {
    const run = runFixture('missing-line/denied-in-one-line.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'missing-line merged',
          ['requests', 'handled.denied', null],
          '“（三）不予公开”只有一行：法定格式分 8 行填写，已按一行合计核对',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(run.coverage.checks).toEqual({ made: 35, passed: 35, failed: 0, inconclusive: 0 });
  });

  it('asks for the other lines where a subtotal has only some of them beside it', () => {
    const { verdict, findings, undecided } = told(
      runFixture('missing-line/subtotal-beside-one-of-three-lines.fail'),
    );
    const columns = ['naturalPerson', 'otherOrganization', 'total'];
    expect(verdict).toBe('fail');
    expect(findings).toEqual([
      missing(
        'handled.otherHandling.feeUnpaid',
        '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      ),
      missing('handled.otherHandling.other', '（六）其他处理 3.其他'),
    ]);
    expect(undecided).toEqual([
      ...columns.map((column) => ['column-total', 'handled.total', column]),
      ...columns.map((column) => ['column-total', 'handled.otherHandling', column]),
    ]);
  });

  it.each([
    ['table-missing.undecided', 'table-missing', 'reconsiderationAndLitigation'],
    ['table-blank.undecided', 'table-blank', 'requests'],
  ])('leaves a whole table to the problems: %s', (name, code, table) => {
    expect(told(runFixture(`missing-line/${name}`))).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [],
      problems: [[code, `tables.${table}`]],
    });
  });

  it('fails where a line is missing beside a missing table', () => {
    expect(told(runFixture('missing-line/table-missing-and-a-line-too.fail'))).toEqual({
      verdict: 'fail',
      findings: [missing('carriedForward', '四、结转下年度继续办理')],
      undecided: [
        ['column-balance', null, 'naturalPerson'],
        ['column-balance', null, 'total'],
      ],
      problems: [['table-missing', 'tables.proactiveDisclosure']],
    });
  });

  it('has nothing to say where every line is there', () => {
    expect(told(runFixture('missing-line/every-line-is-there.pass'))).toEqual(clean);
  });

  it('names every line left out, in the order of the form', () => {
    const without = ['requests.carriedOver', 'proactiveDisclosure.fees'];
    const { findings } = told(runExample({ edition: '2019', year: 2020, cells: {}, without }));
    expect(findings).toEqual([
      missing('fees', '行政事业性收费', 'proactiveDisclosure'),
      missing('carriedOver', '二、上年结转政府信息公开申请数量'),
    ]);
  });

  it('wants other handling in the form of 2019, where it is one line without parts', () => {
    const without = ['requests.handled.otherHandling'];
    const { findings } = told(runExample({ edition: '2019', year: 2020, cells: {}, without }));
    expect(findings).toEqual([missing('handled.otherHandling', '（六）其他处理')]);
  });
});
