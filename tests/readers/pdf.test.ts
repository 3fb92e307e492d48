import { describe, expect, it } from 'vitest';
import { blocksOf, pdfOf, put, shown, stream } from '../support/pdf.ts';

const texts = put(60, 480, 'head') + put(60, 450, 'a') + put(160, 450, '12') + put(260, 450, '345');
/** Rows at 500, 470, 440; columns at 50, 150, 250, 350; the first row is one cell. */
const across = [500, 470, 440];
const table = [
  [
    ['head', '<', '<'],
    ['a', '12', '345'],
  ],
];

function lines(draw: (x0: number, y0: number, x1: number, y1: number) => string): string {
  return [
    ...across.map((y) => draw(50, y, 350, y)),
    draw(50, 440, 50, 500),
    draw(150, 440, 150, 470),
    draw(250, 440, 250, 470),
    draw(350, 440, 350, 500),
  ].join('');
}

const stroke = (x0: number, y0: number, x1: number, y1: number) =>
  `${x0} ${y0} m ${x1} ${y1} l S\n`;

describe('a ruled table', () => {
  const ways: Record<string, string> = {
    'with stroked lines': lines(stroke),
    'with dashed lines': `[3 2] 0 d ${lines(stroke)}`,
    'with thin filled boxes': lines(
      (x0, y0, x1, y1) => `${x0} ${y0} ${x1 - x0 || 0.5} ${y1 - y0 || 0.5} re f\n`,
    ),
    'with double lines': lines(
      (x0, y0, x1, y1) => stroke(x0, y0, x1, y1) + stroke(x0 + 1.5, y0 + 1.5, x1 + 1.5, y1 + 1.5),
    ),
    'with lines in pieces': lines((x0, y0, x1, y1) => {
      const steps = Array.from({ length: 20 }, (_, i) => i / 20);
      const at = (from: number, to: number, share: number) => from + (to - from) * share;
      return steps
        .map((s) =>
          stroke(at(x0, x1, s), at(y0, y1, s), at(x0, x1, s + 0.04), at(y0, y1, s + 0.04)),
        )
        .join('');
    }),
    'with a short thick line for each long thin one': lines((x0, y0, x1, y1) =>
      y0 === y1
        ? `${x1 - x0} w ${(x0 + x1) / 2} ${y0} m ${(x0 + x1) / 2} ${y0 + 0.5} l S\n`
        : `${y1 - y0} w ${x0} ${(y0 + y1) / 2} m ${x0 + 0.5} ${(y0 + y1) / 2} l S\n`,
    ),
    'with a box for each cell':
      '50 470 300 30 re S 50 440 100 30 re S 150 440 100 30 re S 250 440 100 30 re S\n',
    'with frames filled between two boxes':
      '50 470 300 30 re 51 471 298 28 re f* 50 440 100 30 re 51 441 98 28 re f* 150 440 100 30 re 151 441 98 28 re f* 250 440 100 30 re 251 441 98 28 re f*\n',
    'without its left and right sides': lines((x0, y0, x1, y1) =>
      x0 === x1 && (x0 === 50 || x0 === 350) ? '' : stroke(x0, y0, x1, y1),
    ),
    'in a scaled space': `q 2 0 0 2 0 0 cm ${lines((x0, y0, x1, y1) => stroke(x0 / 2, y0 / 2, x1 / 2, y1 / 2))} Q\n`,
    'with shaded cells': `0.8 g 50 470 300 30 re f 0 g ${lines(stroke)}`,
    'with an underline in a cell': `${lines(stroke)}${stroke(160, 448, 171, 448)}`,
  };

  it.each(Object.keys(ways))('%s is read by its walls', async (way) => {
    expect(await shown(pdfOf([`${ways[way]}${texts}`]))).toEqual(table);
  });

  it('is cut off by a clipping path', async () => {
    const content = `q 0 0 420 595 re W n ${lines(stroke)} Q q 0 0 10 10 re W n ${stroke(50, 455, 350, 455)} ${put(60, 445, 'unseen')} Q ${texts}`;
    expect(await shown(pdfOf([content]))).toEqual(table);
  });

  it('is read from a form that the page places', async () => {
    const form = stream(
      `${lines(stroke)}${texts}`,
      '/Type /XObject /Subtype /Form /BBox [0 0 420 595] /Resources << /Font << /F1 3 0 R >> >>',
    );
    const content = 'q 0.5 0 0 0.5 20 30 cm /X Do Q';
    expect(await shown(pdfOf([content], { more: [form], xobjects: '/X 8 0 R' }))).toEqual(table);
  });

  it.each([90, 180, 270])('is read on a page turned by %i degrees', async (angle) => {
    const content = `${lines(stroke)}${texts}`;
    expect(await shown(pdfOf([content], { page: `/Rotate ${angle}` }))).toEqual(table);
  });

  it.each(['0 1 -1 0 595 0', '0 -1 1 0 0 420', '-1 0 0 -1 420 595'])(
    'is read when its content is turned by %s',
    async (matrix) => {
      const content = `q ${matrix} cm ${lines(stroke)}${texts} Q`;
      const page = '/MediaBox [0 0 595 595]';
      expect(await shown(pdfOf([content], { page }))).toEqual(table);
    },
  );

  it('tells where its cells stand on the page as shown', async () => {
    const [grid] = await blocksOf(pdfOf([`${lines(stroke)}${texts}`]));
    expect(grid?.at).toEqual({ kind: 'page', page: 1, box: [50, 95, 350, 155] });
    const cell = grid?.kind === 'grid' ? grid.rows[1]?.[1] : undefined;
    expect(cell?.at).toEqual({ kind: 'page', page: 1, box: [150, 125, 250, 155] });
  });

  it('has a figure whole that the edge of the page cuts off', async () => {
    const narrow = { page: '/MediaBox [0 0 275 595]' };
    const [[, row] = []] = (await shown(
      pdfOf([`${lines(stroke)}${texts}`], narrow),
    )) as string[][][];
    expect(row).toEqual(['a', '12', '345']);
  });

  it('has no words that stand outside the page beside it', async () => {
    const content =
      put(60, 500, 'in') + put(425, 500, 'out') + put(410, 400, 'a5b') + put(425, 300, '77');
    expect(await shown(pdfOf([content]))).toEqual(['in', 'a5']);
  });

  it('may have empty cells', async () => {
    expect(await shown(pdfOf([lines(stroke) + put(60, 450, 'a')]))).toEqual([
      [
        ['', '<', '<'],
        ['a', '', ''],
      ],
    ]);
  });

  it('without upright lines has columns by gaps', async () => {
    const rows = [480, 460, 440, 420].map(
      (y, i) => put(60, y, `name${i}`) + put(160, y, `${i}`) + put(260, y, `${i * 11}`),
    );
    const rules = [495, 475, 455, 435, 415].map((y) => stroke(50, y, 350, y));
    expect(await shown(pdfOf([rules.join('') + rows.join('')]))).toEqual([
      [0, 1, 2, 3].map((i) => [`name${i}`, `${i}`, `${i * 11}`]),
    ]);
  });

  it('without upright lines ends where a heading stands over rows in other columns', async () => {
    const row = (y: number, ...xs: number[]) => xs.map((x) => put(x, y, `${x}`)).join('');
    const rows = [
      row(480, 60, 160, 280) + row(460, 60, 160, 280) + put(60, 440, 'heading'),
      row(420, 60, 120, 180, 240, 300) + row(400, 60, 120, 180, 240, 300),
    ];
    const rules = [495, 475, 455, 435, 415, 395].map((y) => stroke(50, y, 350, y));
    expect(await shown(pdfOf([rules.join('') + rows.join('')]))).toEqual([
      [
        ['60', '160', '280'],
        ['60', '160', '280'],
      ],
      [
        ['heading', '', '', '', ''],
        ['60', '120', '180', '240', '300'],
        ['60', '120', '180', '240', '300'],
      ],
    ]);
  });

  it('without upright lines leaves open which columns two figures have that share one', async () => {
    const rows = [480, 460, 440, 420, 400, 380, 360].map(
      (y, i) =>
        put(60, y, `name${i}`) + put(160, y, `${i}`) + put(i === 3 ? 190 : 260, y, `${i * 11}`),
    );
    const rules = [495, 475, 455, 435, 415, 395, 375, 355].map((y) => stroke(50, y, 350, y));
    expect(await doubts(rules.join('') + rows.join(''))).toEqual(['3\n33']);
  });

  it('has figures below each other in a cell that is too narrow for one of them', async () => {
    const narrow = [50, 150, 170, 350].map((x) => stroke(x, 420, x, 500)).join('');
    const rules = [500, 470, 420].map((y) => stroke(50, y, 350, y)).join('');
    const broken = put(154, 455, '12') + put(154, 440, '3');
    const several = put(200, 455, '12') + put(200, 440, '3');
    expect(await doubts(narrow + rules + broken)).toEqual([]);
    expect(await doubts(narrow + rules + broken + several)).toEqual(['12\n3']);
  });
});

/** The texts on a page of which the reader cannot tell where they begin and end. */
async function doubts(content: string): Promise<string[]> {
  const blocks = await blocksOf(pdfOf([content]));
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : []));
  return cells.flatMap(({ doubt, text }) => (doubt === 'text' ? [text] : []));
}

describe('text', () => {
  it('of a font that is not embedded is read through its character map', async () => {
    expect(await shown(pdfOf(['BT /F2 12 Tf 50 500 Td <C4EAB6C8> Tj ET']))).toEqual(['年度']);
  });

  it('that is drawn twice to look bold is read once', async () => {
    const content = put(50, 500, '1122') + put(50.4, 500.2, '1122');
    expect(await shown(pdfOf([content]))).toEqual(['1122']);
  });

  it('that is not painted counts', async () => {
    expect(await shown(pdfOf([`3 Tr ${put(50, 500, 'seen by OCR')}`]))).toEqual(['seen by OCR']);
  });

  it('in Chinese whose letters are set apart has no blanks between them', async () => {
    const content =
      'BT /F2 10 Tf 8 Tc 50 500 Td (1.) Tj <C4EAB6C8> Tj ET BT /F2 10 Tf 8 Tc 50 400 Td (12) Tj <C4EAB6C8> Tj ET';
    expect(await shown(pdfOf([content]))).toEqual(['1.年度', '1 2年度']);
  });

  it('with a gap between words has a blank, between Chinese letters none', async () => {
    const content = `${put(50, 500, 'one')}${put(80, 500, 'two')}BT /F2 12 Tf 50 400 Td [<C4EA> -900 <B6C8>] TJ ET`;
    expect(await shown(pdfOf([content]))).toEqual(['one two', '年度']);
  });

  it('in one letter a line, or in a vertical font, is read downwards', async () => {
    const upright = ['C4EA', 'B6C8'].map(
      (code, i) => `BT /F2 12 Tf 60 ${470 - 14 * i} Td <${code}> Tj ET\n`,
    );
    const vertical = 'BT /F3 12 Tf 120 490 Td <C4EAB6C8> Tj ET';
    const box = '50 440 50 60 re S 100 440 50 60 re S 150 440 50 60 re S\n';
    expect(await shown(pdfOf([box + upright.join('') + vertical]))).toEqual([
      [['年\n度', '年度', '']],
    ]);
  });

  it('that fills its line goes on in the next one', async () => {
    const content =
      put(70, 500, 'a first line that runs to the margin') +
      put(50, 485, 'a second line that is shorter') +
      put(70, 470, 'another paragraph') +
      put(50, 400, 'x'.repeat(38));
    expect((await shown(pdfOf([content])))[0]).toBe('a first line that runs to the margin');
    const full = put(70, 500, 'm'.repeat(20)) + put(50, 485, 'm'.repeat(20)) + put(70, 470, 'end');
    const filled = full.replace('(mmmmmmmmmmmmmmmmmmmm) Tj', '(mmmmmmmmmmmmmmmmmm) Tj');
    expect(await shown(pdfOf([filled]))).toEqual([`${'m'.repeat(18)} ${'m'.repeat(20)}`, 'end']);
  });

  it('in aligned columns of three lines or more is a grid', async () => {
    const row = (y: number, i: number) =>
      put(60, y, `name${i}`) + put(160, y, `${i}`) + put(260, y, `${i}0`);
    const rows = (count: number) => Array.from({ length: count }, (_, i) => row(480 - 15 * i, i));
    expect(await shown(pdfOf([put(60, 520, 'before') + rows(3).join('')]))).toEqual([
      'before',
      [0, 1, 2].map((i) => [`name${i}`, `${i}`, `${i}0`]),
    ]);
    expect((await shown(pdfOf([rows(2).join('')]))).every((each) => typeof each === 'string')).toBe(
      true,
    );
  });

  it('of page numbers and running heads is left out', async () => {
    const page = (n: number) =>
      put(50, 570, `Annual report ${n}`) + put(50, 300, `text ${n}`) + put(200, 20, `- ${n} -`);
    expect(await shown(pdfOf([page(1), page(2)]))).toEqual(['text 1', 'text 2']);
  });

  it('in a layer that is switched off is left out', async () => {
    const content = `/OC /Off BDC ${put(50, 500, 'hidden')} EMC ${put(50, 400, 'shown')}`;
    const file = pdfOf([content], { more: ['<< /Type /OCG /Name (x) >>'] })
      .replace(
        '/Type /Catalog',
        '/Type /Catalog /OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >>',
      )
      .replace('/XObject <<', '/Properties << /Off 8 0 R >> /XObject <<');
    expect(await shown(file)).toEqual(['shown']);
  });
});

describe('a picture', () => {
  const image = stream(
    '\u0000\u00ff',
    '/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  const options = { more: [image], xobjects: '/I 8 0 R' };

  it('that is large is told of where it stands', async () => {
    const content = `${put(50, 500, 'above')}q 300 0 0 200 50 250 cm /I Do Q ${put(50, 200, 'below')}`;
    expect(await shown(pdfOf([content], options))).toEqual(['above', '[picture]', 'below']);
  });

  it('that is small is passed over', async () => {
    const content = `${put(50, 500, 'above')}q 30 0 0 20 50 250 cm /I Do Q`;
    expect(await shown(pdfOf([content], options))).toEqual(['above']);
  });
});
