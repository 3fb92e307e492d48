import { describe, expect, it } from 'vitest';
import { runOf } from '../../src/pipeline.ts';
import { xlsxOf } from '../support/archive.ts';
import { answers } from '../support/documents.ts';
import { dueOf, given, organ, readBytes } from '../support/given.ts';
import { figuresFor, type Part, reportOf } from '../support/render.ts';
import { docxReport, htmlOf, htmlParts, worksheet } from '../support/renderAs.ts';

describe.each(['2014', '2019', '2021'])(
  'a document with several reports on the form of %s',
  (id) => {
    const report = given(id);
    const { form, title } = report;
    const year = Number(/\d{4}/u.exec(title)?.[0]);
    const last = title.replace(String(year), String(year - 1));
    const neighbour = title.replace(organ, '云川市教育局');
    const under = (heading: string, seed: number): Part[] => [
      heading,
      ...reportOf(form, figuresFor(form.edition, seed, 50)),
    ];

    async function expectOwn(bytes: Uint8Array, other: string): Promise<void> {
      const read = await readBytes(bytes);
      expect(answers(read)).toEqual(dueOf(report));
      expect([read.organ, read.year, read.notes]).toEqual([organ, year, []]);
      expect(read.problems.map(({ code, args }) => [code, args.title])).toEqual([
        ['report-other', other],
      ]);
      expect(runOf(read, 'report').verdict).toBe('not-assessable');
    }

    it('is read for the first one, and not assessed because of the second', async () => {
      await expectOwn(docxReport([...report.parts(), ...under(neighbour, 3)]), neighbour);
      await expectOwn(docxReport([...report.parts(), ...under(last, 3)]), last);
    });

    it('is read for the one in the title of the page', async () => {
      const parts = htmlParts([...under(last, 3), ...report.parts()]);
      await expectOwn(htmlOf(parts, `${title}_云川市人民政府`), last);
    });

    it('is read for its first sheet where each organ has its own', async () => {
      const sheets = { 水务局: report.parts(), 教育局: under(neighbour, 5) };
      const bytes = xlsxOf(
        Object.fromEntries(Object.entries(sheets).map(([name, parts]) => [name, worksheet(parts)])),
      );
      await expectOwn(bytes, neighbour);
    });

    it('is read for the page that a message shows', async () => {
      const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
      const own = decode(htmlOf(htmlParts(report.parts())));
      const message = (page: Uint8Array): Uint8Array =>
        new TextEncoder().encode(
          `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n${[own, decode(page)]
            .map((html) => `--b\nContent-Type: text/html\n\n${html}\n`)
            .join('')}--b--\n`,
        );
      await expectOwn(message(htmlOf(htmlParts(under(last, 3)), last)), last);
      await expectOwn(message(htmlOf(htmlParts(under(neighbour, 3)))), neighbour);
      const links = htmlOf(htmlParts([last, [[{ text: neighbour }]]]), last);
      for (const beside of [htmlOf(own), links]) {
        const { problems } = await readBytes(message(beside));
        expect(problems).toEqual([]);
      }
    });

    it('is read whole where titles of other reports stand in it as links', async () => {
      const parts = [last, neighbour, ...report.parts(), `上一篇：${last}`, `下一篇：${neighbour}`];
      const read = await readBytes(htmlOf(htmlParts(parts), title));
      expect([answers(read), read.notes]).toEqual([dueOf(report), []]);
    });
  },
);
