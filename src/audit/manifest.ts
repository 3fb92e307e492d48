import { organKey } from '../model/organ.ts';
import { type Problem, problem } from '../model/problem.ts';

/** That an organ is added up into a region, or is not, in some years. */
export interface Membership {
  readonly organ: string;
  /** Years, inclusive; null where there is no beginning or no end. */
  readonly since: number | null;
  readonly until: number | null;
  /** Why it is not added up; null where it is. */
  readonly excluded: string | null;
  /** Where the list says so, such as `members.csv:7:1`. */
  readonly source: string;
  /** Path of keys in a list that is JSON. */
  readonly path: string | null;
}

export interface Region {
  readonly organ: string;
  readonly members: readonly Membership[];
}

/** Who is added up into whom. A region may itself be a member of another. */
export interface Manifest {
  readonly regions: readonly Region[];
}

/** A list as it was read: with problems it is not to be used, as who is missing in it cannot be told. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
}

/** Who must be there for a region to be added up in a year, and who is not added up, and why. */
export interface Members {
  readonly due: readonly string[];
  readonly excluded: readonly { readonly organ: string; readonly reason: string }[];
}

function isIn({ since, until }: Membership, year: number): boolean {
  return (since === null || since <= year) && (until === null || until >= year);
}

/** The members of a region in a year; null for one that the manifest does not list. */
export function membersOf({ regions }: Manifest, region: string, year: number): Members | null {
  const key = organKey(region);
  const found = regions.find(({ organ }) => organKey(organ) === key);
  if (found === undefined) return null;
  const now = found.members.filter((member) => isIn(member, year));
  return {
    due: now.flatMap(({ organ, excluded }) => (excluded === null ? [organ] : [])),
    excluded: now.flatMap(({ organ, excluded }) =>
      excluded === null ? [] : [{ organ, reason: excluded }],
    ),
  };
}

/** Memberships put together by region, in the order in which the regions are first named. */
export function manifestOf(
  rows: readonly { readonly region: string; readonly member: Membership }[],
): Manifest {
  const regions = new Map<string, { organ: string; members: Membership[] }>();
  for (const { region, member } of rows) {
    const key = organKey(region);
    const known = regions.get(key) ?? { organ: region, members: [] };
    known.members.push(member);
    regions.set(key, known);
  }
  return { regions: [...regions.values()] };
}

function overlap(a: Membership, b: Membership): boolean {
  const latest = Math.max(a.since ?? -Infinity, b.since ?? -Infinity);
  return latest <= Math.min(a.until ?? Infinity, b.until ?? Infinity);
}

function regionProblems({ organ, members }: Region): Problem[] {
  const seen = new Map<string, Membership[]>();
  return members.flatMap((member) => {
    const { source, path } = member;
    const key = organKey(member.organ);
    if (key === organKey(organ))
      return [problem('member-of-itself', { region: organ }, source, path)];
    const before = seen.get(key) ?? [];
    seen.set(key, [...before, member]);
    const other = before.find((each) => overlap(each, member));
    if (other === undefined) return [];
    const args = { member: member.organ, region: organ, other: other.source };
    return [problem('member-twice', args, source, path)];
  });
}

/** The regions that lead from one of them back to itself, each circle once, where it is closed. */
function circles({ regions }: Manifest): Problem[] {
  const byKey = new Map(regions.map((region) => [organKey(region.organ), region]));
  const done = new Set<string>();
  const found: Problem[] = [];
  for (const start of byKey.keys()) {
    if (done.has(start)) continue;
    // Depth first, without recursion: the way to the region, and the members of each still to be looked at.
    const way: { key: string; next: number }[] = [{ key: start, next: 0 }];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const member = byKey.get(last.key)?.members[last.next++];
      if (member === undefined) {
        done.add(last.key);
        way.pop();
        continue;
      }
      const key = organKey(member.organ);
      const at = way.findIndex((each) => each.key === key);
      // A region in itself is told as such.
      if (at >= 0 && key !== last.key) {
        const names = [...way.slice(at).map((each) => each.key), key];
        const circle = names.map((each) => byKey.get(each)?.organ ?? each).join(' → ');
        found.push(problem('members-circle', { circle }, member.source, member.path));
      } else if (at < 0 && byKey.has(key) && !done.has(key)) way.push({ key, next: 0 });
    }
  }
  return found;
}

/** What is wrong with a manifest whatever file it came from: members twice, regions in themselves. */
export function manifestProblems(manifest: Manifest): Problem[] {
  return [...manifest.regions.flatMap(regionProblems), ...circles(manifest)];
}
