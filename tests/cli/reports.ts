import { exampleRecord } from '../../src/example.ts';

/** A report that is right, as JSON; what was carried over and forward is given. */
export function auditReport(
  organ: string,
  year: number,
  received: number,
  over: number,
  forward: number,
): string {
  const handled = received + over - forward;
  const lines = {
    newlyReceived: received,
    carriedOver: over,
    'handled.granted': handled,
    'handled.total': handled,
    carriedForward: forward,
  };
  const cells = Object.fromEntries(
    Object.entries(lines).flatMap(([line, value]) =>
      ['naturalPerson', 'total'].map((column) => [`requests.${line}.${column}`, value] as const),
    ),
  );
  return JSON.stringify(exampleRecord({ edition: '2021', year, organ, cells }));
}
