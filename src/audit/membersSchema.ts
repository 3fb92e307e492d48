import * as z from 'zod';
import { firstYear, lastYear } from './years.ts';

const year = z.int().min(firstYear).max(lastYear);
const name = z.string().regex(/\S/u);

const member = z
  .strictObject({
    organ: name.describe('the organ whose report is added up'),
    since: year.optional().describe('the first year in which it is a member'),
    until: year.optional().describe('the last year in which it is one'),
    excluded: name.optional().describe('why it is not added up, although it belongs to the region'),
  })
  .meta({ id: 'member' });

/** The schema of `giar.members.json`: which organs are added up into which region. */
export const membersSchema = z.strictObject({
  $schema: z.string().optional(),
  regions: z.array(
    z.strictObject({
      region: name.describe('the organ that publishes the report that was added up'),
      members: z.array(member),
    }),
  ),
});
