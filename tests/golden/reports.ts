import { failing, type JsonObject, listed, passing, put } from '../cli/records.ts';

type Change = readonly [path: string, value?: number | string | null | (number | string | null)[]];

function changed(record: JsonObject, changes: readonly Change[]): JsonObject {
  return changes.reduce((made, [path, value]) => put(made, path, value), record);
}

/** 上海市静安区 2020 as published: three columns do not balance. */
export const jingan = failing;

/**
 * Edition 2021 with findings of many kinds: all seven columns concerned, figures of eight digits,
 * cells that cannot be read, lines missing or merged, totals left blank, another year's form.
 */
export const many = changed(passing, [
  ['year', 2020],
  ['tables.proactiveDisclosure.fees.amount', '约 30 万元'],
  [
    'tables.requests.newlyReceived',
    [12345678, 23456789, 34567890, 45678901, 56789012, 67890123, 240728394],
  ],
  ['tables.requests.handled.granted', [789, 10, 0, 0, 3, 0, 803]],
  ['tables.requests.handled.denied.stateSecret.0', -5],
  ['tables.requests.handled.denied.prohibitedByLaw.1', 1.5],
  ['tables.requests.handled.denied.deliberative.2', '12 34'],
  ['tables.requests.handled.notProcessed.publication'],
  ['tables.requests.handled.otherHandling', [941, 17, 0, 1, 3, 3, 965]],
  ['tables.requests.carriedForward.6', null],
  ['tables.reconsiderationAndLitigation.reconsideration.4', null],
  ['tables.reconsiderationAndLitigation.litigation.direct.4', 57],
]);

const sums = [13364, 252, 0, 44, 121, 29, 13810];

/** Edition 2021, complete: each column of （七）总计 is off by one, so that its long sum is printed. */
export const totals = changed(passing, [
  ['tables.requests.handled.total', sums.map((sum) => sum + 1)],
  ['tables.requests.carriedForward', [782, 5, -1, 1, 24, 2, 818]],
]);

const statistics = 'tables.statistics';

/** Edition 2014, one long list with headings four deep. */
export const list = changed(listed, [
  [`${statistics}.responses.channels.pressConferences.byPrincipal`, 5],
  [`${statistics}.responses.channels.onlineInterviews.byPrincipal`, 3],
  [`${statistics}.requests.received.online`, 7],
  [`${statistics}.requests.answered.total`, 2.5],
  [`${statistics}.requests.answered.denied.total`, 3],
  [`${statistics}.requests.answered.denied.privacy`, 1],
  [`${statistics}.reconsideration.corrected`, 4],
  [`${statistics}.litigation.corrected`],
  [`${statistics}.complaints`, -1],
  [`${statistics}.requestFees`, '三元'],
  [`${statistics}.resources.staff.total`, null],
]);
