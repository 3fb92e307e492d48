import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import type { Node } from '../../src/prose/nodes.ts';
import { parse } from '../../src/prose/parse.ts';
import { settleWhole } from '../../src/prose/wholes.ts';
import { spoken } from '../support/sentence.ts';

function shown({ figure }: Node): string {
  return figure.printed + figure.unit;
}

/** Every figure of a sentence, behind the whole that it is a part of. */
function parts(text: string, earlier: readonly Node[] = []): string[] {
  const { nodes, lists } = parse(spoken(text), earlier);
  for (const list of lists) settleWhole(list);
  return nodes.map((node) => {
    const { whole } = node.list;
    return whole === null ? shown(node) : `${shown(whole)} › ${shown(node)}`;
  });
}

describe('the figures of a sentence', () => {
  it.each([
    ['收到申请5件，其中自然人3件，企业2件', ['5件', '5件 › 3件', '5件 › 2件']],
    ['收到申请5件（自然人3件，企业2件），办结4件', ['5件', '5件 › 3件', '5件 › 2件', '4件']],
    ['公开信息5条：甲3条、乙2条；收到申请4件', ['5条', '5条 › 3条', '5条 › 2条', '4件']],
    [
      '答复5件（公开3件（全部2件，部分1件），不予公开2件）',
      ['5件', '5件 › 3件', '3件 › 2件', '3件 › 1件', '5件 › 2件'],
    ],
    [
      '答复5件，其中公开3件（包括网站2件、微信1件）、不予公开2件',
      ['5件', '5件 › 3件', '3件 › 2件', '3件 › 1件', '5件 › 2件'],
    ],
    ['收到5件，办结4件；其中自然人申请5件', ['5件', '4件', '5件 › 5件']],
  ])('in “%s” are %j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('at the beginning of a sentence are parts of the one before, which 其中 goes back to', () => {
    const { nodes } = parse(spoken('共办结申请9件，结转2件。'), []);
    expect(parts('其中：予以公开5件，不予公开4件。', nodes)).toEqual(['9件 › 5件', '9件 › 4件']);
    expect(parts('其中：予以公开5件，不予公开4件。')).toEqual(['5件', '4件']);
  });

  it('are not shares of what only stands before them', () => {
    const { nodes } = parse(spoken('收到5件，占20%，增长3%'), []);
    expect(nodes.map(({ measure }) => measure)).toEqual(['count', 'rate', 'rate']);
    expect(nodes.map(({ beside }) => beside && shown(beside))).toEqual([null, '5件', '5件']);
  });

  it('are told from those of other brackets, however deep', () => {
    const deep = `${'（'.repeat(40)}3件${'）'.repeat(40)}，收到4件`;
    expect(parts(`收到5件${deep}`).length).toBe(3);
    expect(parts('）收到5件）4件')).toEqual(['5件', '4件']);
    expect(parts('收到5件（4件')).toEqual(['5件', '5件 › 4件']);
  });
});

describe('figures in a row', () => {
  const cells = {
    'requests.newlyReceived.naturalPerson': 3,
    'requests.newlyReceived.enterprise': 2,
    'requests.newlyReceived.total': 5,
    'requests.carriedForward.naturalPerson': 3,
    'requests.carriedForward.enterprise': 2,
    'requests.carriedForward.total': 5,
  };
  const wrong = (text: string): string[] =>
    runExample({ edition: '2021', year: 2023, cells, text }).findings.map(
      ({ claim }) => claim?.figure.printed ?? '',
    );

  it.each([
    ['收到自然人、商业企业申请分别为3件、2件。', []],
    ['收到自然人、商业企业申请分别为3、2件。', []],
    ['收到自然人、商业企业申请分别为2、3件。', ['2', '3']],
    ['收到自然人、商业企业申请分别为2件、3件。', ['2', '3']],
    ['收到自然人、商业企业、科研机构申请分别为2件、3件。', []],
  ])('“2023年本机关%s” are wrong in %j', (text, printed) => {
    expect(wrong(`2023年本机关${text}`)).toEqual(printed);
  });
});
