import type { WriterName } from '../writers/index.ts';

/** What a form may be written as, by the end of a file's name. */
export const written: readonly WriterName[] = ['json', 'xlsx', 'docx', 'html', 'csv'];
