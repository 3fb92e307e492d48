import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/binding/diagnose.ts';
import { recordSchema } from '../../src/binding/recordSchema.ts';
import { exampleRecord } from '../../src/example.ts';
import { placedProblem } from '../../src/messages/problems.ts';
import { checkDocument } from '../../src/pipeline.ts';
import { writeJson } from '../../src/writers/json.ts';
import { formOfReport } from '../../src/writers/writer.ts';
import { form2014, form2021 } from '../support/page.ts';

const record = exampleRecord({ edition: '2021', year: 2023, cells: {} });

/** The report of a record with more keys, or what is wrong with it. */
function read(more: object) {
  const [checked] = checkDocument(JSON.stringify({ ...record, ...more }), 'report.json');
  if (checked === undefined) throw new Error('nothing was read');
  if (!('misfit' in checked)) return checked.report;
  return diagnose(checked.misfit).map((problem) => placedProblem(problem, 'en'));
}

describe('the keys published and sections of report.json', () => {
  it('say when the report was published and which titles it has', () => {
    const report = read({ published: '2024-02-29', sections: ['overview', 'other'] });
    expect(report).toMatchObject({
      published: { year: 2024, month: 2, day: 29 },
      sections: ['overview', 'other'],
    });
  });

  it('travel in an extract', () => {
    const report = read({ published: '2024-02-09', sections: ['overview', 'other'] });
    if (report === null || Array.isArray(report)) throw new Error('it was not read');
    expect(JSON.parse(writeJson(formOfReport(report)))).toMatchObject({
      published: '2024-02-09',
      sections: ['overview', 'other'],
    });
  });

  it('may be left out', () => {
    expect(read({})).toMatchObject({ published: null, sections: null });
  });

  it.each([
    [{ published: '2024-1-5' }, /published.*a day such as "2024-01-31"/u],
    [{ published: '2024-02-30' }, /a day such as/u],
    [{ published: 20240105 }, /a day such as/u],
    [{ sections: 'overview' }, /sections.*an array/u],
    [{ sections: ['summary'] }, /sections\[0\].*one of "overview", "proactiveDisclosure"/u],
    [{ publish: '2024-01-05' }, /the nearest is "published"/u],
  ])('are refused with a reason: %j', (more, reason) => {
    expect(read(more)).toEqual([expect.stringMatching(reason)]);
  });

  it('name no section where the form has none', () => {
    const tables = exampleRecord({ edition: '2014', year: 2018, cells: {} });
    expect(recordSchema(form2014).safeParse({ ...tables, sections: [] }).success).toBe(true);
    expect(recordSchema(form2014).safeParse({ ...tables, sections: ['x'] }).success).toBe(false);
    expect(recordSchema(form2021).safeParse({ ...record, sections: ['other'] }).success).toBe(true);
  });
});
