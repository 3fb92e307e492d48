import type { Discrepancy, Gathered, Sum } from '../model/levels.ts';
import { gatheringRule } from '../model/rule.ts';
import type { Words } from '../model/words.ts';

/** So many cells are told with their figures; of more there is a count. */
const mostTold = 7;

function signed(gap: number): string {
  return `${gap < 0 ? '−' : ''}${Math.abs(gap)}`;
}

/** `自然人 10 ≠ 12（差 −2）`; with the name of the line where all are of one column. */
function cellWords({ line, column, stated, sum, isOpen, gap }: Sum, byLine: boolean): Words {
  const isNamed = byLine || line.columns.length > 1;
  const [zh, en] = isNamed
    ? byLine
      ? [line.label.zh, line.label.en]
      : [column.zh, column.en]
    : [];
  const own = stated === null ? '?' : signed(stated);
  const least = isOpen ? { zh: '至少 ', en: 'at least ' } : { zh: '', en: '' };
  const far =
    gap === null
      ? { zh: '', en: '' }
      : { zh: `（差 ${signed(gap)}）`, en: ` (difference ${signed(gap)})` };
  return {
    zh: `${zh === undefined ? '' : `${zh} `}${own} ≠ ${least.zh}${signed(sum)}${far.zh}`,
    en: `${en === undefined ? '' : `${en} `}${own} ≠ ${least.en}${signed(sum)}${far.en}`,
  };
}

function differences({ sums, column }: Discrepancy): Words {
  const told = sums.slice(0, mostTold).map((sum) => cellWords(sum, column !== null));
  const more = sums.length - told.length;
  return {
    zh: told.map(({ zh }) => zh).join('；') + (more > 0 ? `；另有 ${more} 格` : ''),
    en: told.map(({ en }) => en).join('; ') + (more > 0 ? `; and ${more} more cells` : ''),
  };
}

/** The region's cells, and those of the member whose figures account for them; all of a single equation. */
function cellsOf({ sums, culprit }: Discrepancy): number[] {
  const [first, ...more] = sums;
  if (first !== undefined && more.length === 0) {
    return [...first.equation.left, ...first.equation.right].map(({ cell }) => cell);
  }
  const own = sums.flatMap(({ equation }) => equation.left.map(({ cell }) => cell));
  const theirs = sums.flatMap(({ shares }) => shares[culprit?.member ?? -1]?.cells ?? []);
  return [...own, ...theirs];
}

function whereOf(discrepancy: Discrepancy, { severity }: Gathered) {
  const { table, line, column, sums } = discrepancy;
  const [first, ...more] = sums;
  const single = more.length === 0 ? first : undefined;
  const at = {
    table: table.id,
    row: line?.path ?? null,
    column: column?.id ?? single?.column.id ?? null,
  };
  const about = single === undefined ? {} : { equation: single.equation };
  return { at, cells: cellsOf(discrepancy), severity, ...about };
}

/** Names for a sentence, which has room for a few. */
const mostNames = 5;

function listed(names: readonly string[]): string {
  return names.slice(0, mostNames).join('、') + (names.length > mostNames ? ' …' : '');
}

export default gatheringRule({
  id: 'roll-up',
  sentences: {
    'table-left-out': {
      zh: '“{table}”有 {count} 格不等于各单位之和（{members} 个单位），差额正好是“{member}”的数字：很可能漏加了这个单位',
      en: '“{table}”: {count} cells are not the sum of the {members} members; the differences are the figures of “{member}”, which was probably left out',
    },
    'table-twice': {
      zh: '“{table}”有 {count} 格不等于各单位之和（{members} 个单位），多出的正好是“{member}”的数字：很可能重复加了这个单位',
      en: '“{table}”: {count} cells are not the sum of the {members} members; what is too much are the figures of “{member}”, which was probably counted twice',
    },
    'column-left-out': {
      zh: '“{column}”一列有 {count} 行不等于各单位之和，差额正好是“{member}”这一列的数字，很可能漏加了：{differences}',
      en: 'Column “{column}”: {count} lines are not the sum of the members; the differences are the column of “{member}”, which was probably left out: {differences}',
    },
    'column-twice': {
      zh: '“{column}”一列有 {count} 行不等于各单位之和，多出的正好是“{member}”这一列的数字，很可能重复加了：{differences}',
      en: 'Column “{column}”: {count} lines are not the sum of the members; what is too much is the column of “{member}”, which was probably counted twice: {differences}',
    },
    column: {
      zh: '“{column}”一列有 {count} 行不等于各单位之和（{members} 个单位）：{differences}',
      en: 'Column “{column}”: {count} lines are not the sum of the {members} members: {differences}',
    },
    'line-left-out': {
      zh: '“{line}”一行不等于各单位之和，差额正好是“{member}”这一行的数字，很可能漏加了：{differences}',
      en: 'Line “{line}” is not the sum of the members; the difference is the line of “{member}”, which was probably left out: {differences}',
    },
    'line-twice': {
      zh: '“{line}”一行不等于各单位之和，多出的正好是“{member}”这一行的数字，很可能重复加了：{differences}',
      en: 'Line “{line}” is not the sum of the members; what is too much is the line of “{member}”, which was probably counted twice: {differences}',
    },
    'line-digits': {
      zh: '“{line}”一行不等于各单位之和；“{member}”的数字如有两位颠倒，就正好相符，请先核对：{differences}',
      en: 'Line “{line}” is not the sum of the members; it would be with two digits of the figure of “{member}” the other way round, so look there first: {differences}',
    },
    line: {
      zh: '“{line}”一行不等于各单位之和（{members} 个单位）：{differences}',
      en: 'Line “{line}” is not the sum of the {members} members: {differences}',
    },
    'column-below': {
      zh: '“{column}”一列有 {count} 行小于已有各单位之和（{members} 个单位，还缺 {missing}）：{differences}',
      en: 'Column “{column}”: {count} lines are less than the {members} members at hand together, without {missing}: {differences}',
    },
    'line-below': {
      zh: '“{line}”一行小于已有各单位之和（{members} 个单位，还缺 {missing}）：{differences}',
      en: 'Line “{line}” is less than the {members} members at hand together, without {missing}: {differences}',
    },
  },
  gather: (gathered, say) => {
    const { members: all, missing: lacking, discrepancies } = gathered;
    return discrepancies.map((discrepancy) => {
      const { table, line, column, sums, culprit } = discrepancy;
      const where = whereOf(discrepancy, gathered);
      const args = {
        table: { zh: table.zh, en: table.en },
        column: { zh: column?.zh ?? '', en: column?.en ?? '' },
        line: { line: line?.index ?? 0 },
        count: sums.length,
        members: all.length,
        member: all[culprit?.member ?? -1]?.organ ?? '',
        missing: listed(lacking),
        differences: differences(discrepancy),
      };
      const scope = line === null ? 'column' : 'line';
      if (lacking.length > 0) return say(`${scope}-below`, args, where);
      if (culprit === null) return say(scope, args, where);
      const { slip } = culprit;
      if (slip === 'digits') return say('line-digits', args, where);
      const isTable = line === null && column === null;
      return say(`${isTable ? 'table' : scope}-${slip}`, args, where);
    });
  },
  page: {
    title: {
      zh: '汇总报告的每一格等于各单位之和',
      en: 'A report that was added up is the sum of its members',
    },
    what: {
      zh: '把一个地区的报告与它所汇总的各单位报告逐格比较：表三、表四和表二的件数，地区的数应当等于各单位之和；缺少单位时，应当不小于已有各单位之和。收费、采购等金额由各单位各自取整，“其他对外管理服务事项”各地口径不一，都不比较。一处差错只报告一次：只是由别的格带来的合计不符，不再重复；差额正好是某个单位的数字时，指出这个单位。名单列明的单位都有报告，或者报告写明数据为汇总时，是错误；否则是提示。需要成员名单：giar audit --members。',
      en: 'The report of a region is compared, cell by cell, with those that were added up in it: tables 3 and 4 and the counts of table 2 are the sum of its members, or no less than those at hand where some are missing. Sums of money, which each organ rounds for itself, and “other services”, which are counted differently from place to place, are not compared. One slip is told once: totals that differ only because other cells do are not repeated, and where the differences are the figures of one member, that member is named. It is an error where the reports of all members listed are at hand, or the report says that it was added up; else a warning. It takes a list of members: giar audit --members.',
    },
    why: {
      zh: '汇总时漏加、重复加一个单位，或者抄错一个数，表内的勾稽关系照样成立，只有与各单位的报告对照才能发现。',
      en: 'A member left out or counted twice, or a figure copied wrongly, leaves the arithmetic of the table intact; only the reports of the members show it.',
    },
    mend: {
      zh: '按提示的单位核对汇总底稿；单位的报告本身有误的，由该单位更正。不纳入汇总的单位（例如垂直管理单位），在成员名单中写明原因。giar rollup 可以重新汇总。',
      en: 'Look at the member named, in the working paper; where its own report is wrong, it has to correct that. Give the reason in the list for members that are not added up, such as organs managed from above. giar rollup adds the reports up anew.',
    },
    clause: {
      zh: '由汇总的含义推得：地区的数是各单位同一格之和',
      en: 'follows from adding up: the figure of a region is the sum of the same cell of its members',
    },
    failing: {
      edition: '2021',
      year: 2023,
      organ: '云川市人民政府',
      cells: {
        'proactiveDisclosure.licensing.decisions': 120,
        'proactiveDisclosure.penalties.decisions': 5,
      },
      members: [
        {
          edition: '2021',
          year: 2023,
          organ: '云川市教育局',
          cells: {
            'proactiveDisclosure.licensing.decisions': 120,
            'proactiveDisclosure.penalties.decisions': 5,
          },
        },
        {
          edition: '2021',
          year: 2023,
          organ: '云川市水务局',
          cells: {
            'proactiveDisclosure.licensing.decisions': 31,
            'proactiveDisclosure.penalties.decisions': 2,
          },
        },
      ],
    },
    passing: {
      edition: '2021',
      year: 2023,
      organ: '云川市人民政府',
      cells: { 'proactiveDisclosure.licensing.decisions': 151 },
      members: [
        {
          edition: '2021',
          year: 2023,
          organ: '云川市教育局',
          cells: { 'proactiveDisclosure.licensing.decisions': 120 },
        },
        {
          edition: '2021',
          year: 2023,
          organ: '云川市水务局',
          cells: { 'proactiveDisclosure.licensing.decisions': 31 },
        },
      ],
    },
  },
});
