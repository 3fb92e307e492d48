import { contradicted, whereOf } from '../model/contradiction.ts';
import { cellsRestated } from '../model/judge.ts';
import { findingRule } from '../model/rule.ts';

const shown = 3;

export default findingRule({
  id: 'prose-figure',
  sentences: {
    differs: {
      zh: '正文{quote}：{printed} ≠ {sum}',
      en: 'The prose says {quote}: {printed} ≠ {sum}',
    },
    doubtful: {
      zh: '正文{quote}：{printed} 与表中可能对应的数都不符：{sums}。请核对，或写明是哪一种数',
      en: 'The prose says {quote}: {printed} is none of the figures it may restate: {sums}; correct it, or say which figure it is',
    },
  },
  find: (report, say) =>
    contradicted(report, 'figure').map((claim) => {
      const cells = cellsRestated(report, claim) ?? [];
      const where = whereOf(report, claim, cells, 'column');
      const quote = { quote: claim.figure };
      const { printed } = claim.figure;
      if (claim.force === 'firm') {
        return say('differs', { quote, printed, sum: { amount: cells } }, where);
      }
      const sums = claim.readings.slice(0, shown);
      return say('doubtful', { quote, printed, sums: { sums } }, where);
    }),
  page: {
    title: { zh: '正文的数与表格一致', en: 'The figures of the prose are those of the tables' },
    what: {
      zh: '正文里说到收到、结转、办理、复议、诉讼、规范性文件等的数，与表格中对应的格对照。一句话有几种理解时，只要符合其中一种就算相符；都不符的，用词明确的是错误，用词有歧义的（如“受理”“办理”）是提示。说的是其他单位、其他时间或不足全年的数，不核对。',
      en: 'Figures of the prose about requests, cases, documents and the like are compared with the cells they restate. Where a sentence can be read in several ways, one that fits is enough; where none fits, clear words make an error and ambiguous ones (受理, 办理) a warning. Figures about other bodies, other years or a part of the year are left alone.',
    },
    why: {
      zh: '表格多由系统生成，正文多是手工抄写，最容易抄错或留用上一年的数。读者先看正文，前后不一会让整份报告失去可信度。',
      en: 'Tables are mostly made by a platform, prose is typed by hand: slips and last year’s figures stay in it. Readers see the prose first, and two answers to one question make the whole report doubtful.',
    },
    mend: {
      zh: '核对台账，确定哪一处是对的，改另一处；如果说的不是同一个数，在句子里写明范围。',
      en: 'Find out from the records which of the two is right and change the other; if they are not meant to be the same, say in the sentence what it counts.',
    },
    clause: {
      zh: '国办公开办函〔2021〕30号、〔2019〕60号所附格式：总体情况与各表说的是同一组数据',
      en: 'the forms attached to 国办公开办函〔2021〕30号 and 〔2019〕60号: overview and tables tell the same figures',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 25,
        'requests.newlyReceived.total': 25,
        'requests.handled.granted.naturalPerson': 25,
        'requests.handled.granted.total': 25,
        'requests.handled.total.naturalPerson': 25,
        'requests.handled.total.total': 25,
      },
      text: '2023年共收到政府信息公开申请52件，予以公开25件。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 25,
        'requests.newlyReceived.total': 25,
        'requests.handled.granted.naturalPerson': 25,
        'requests.handled.granted.total': 25,
        'requests.handled.total.naturalPerson': 25,
        'requests.handled.total.total': 25,
      },
      text: '2023年共收到政府信息公开申请25件，予以公开25件。',
    },
  },
});
