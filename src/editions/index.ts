import type { Edition } from '../model/edition.ts';
import { edition2014 } from './2014.ts';
import { edition2019 } from './2019.ts';
import { edition2021 } from './2021.ts';

/** Every official form that is known, oldest first. */
export const editions: readonly Edition[] = [edition2014, edition2019, edition2021];
