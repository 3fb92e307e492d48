import { expect, it } from 'vitest';
import { jsonReporter } from '../../src/reporters/json.ts';
import { passing, undecided } from '../cli/records.ts';
import { reported } from './reported.ts';
import { jingan } from './reports.ts';

it('the JSON result of a pass, a fail, an undecided and a broken report is that of the golden file', async () => {
  const files = {
    'pass.json': passing,
    'fail.json': jingan,
    'open.json': undecided,
    'bad.json': {},
  };
  const text = await reported(jsonReporter, files, { lang: 'en', width: 80, detail: 'normal' });
  await expect(text).toMatchFileSnapshot('result.json');
});
