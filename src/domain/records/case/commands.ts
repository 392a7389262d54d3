import { z } from 'zod';
import { Draft } from '../../core/draft.ts';
import { changeError } from '../../core/errors.ts';
import { Analyst } from '../analyst/record.ts';
import { CaseRecord } from './record.ts';
import { err, ok } from '../../core/result.ts';
import { changed, defineCommand } from '../../commands/command.ts';

/** Starts a case: its own record and the analyst who owns it. The first command of every journal. */
const createCase = defineCommand({
  name: 'case/create',
  input: z.strictObject({ analyst: Analyst, name: CaseRecord.shape.name }),
  label: ({ name }) => `Create the case “${name}”`,
  run: ({ analyst, name }, context) => {
    const [present] = context.view.all('case');
    if (present !== undefined) {
      const problem = `this already is the case “${present.name}”`;
      return err(changeError('command/invalid', { command: 'case/create', problem }));
    }
    const draft = new Draft(context.view);
    // The analyst comes first: the case record's stamp points to them.
    draft.put(analyst);
    draft.put({
      type: 'case',
      id: context.newId('case'),
      created: { at: context.at, by: analyst.id },
      name,
      question: '',
      // Amber keeps a new case to those who need it, until the analyst says otherwise.
      tlp: 'amber',
      sourceSummary: '',
    });
    return ok(draft.diff());
  },
});

/** Changes what the case says of itself: name, question, marking, summary of its sources. */
const updateCase = defineCommand({
  name: 'case/update',
  input: CaseRecord.pick({ name: true, question: true, tlp: true, sourceSummary: true }).partial(),
  label: () => 'Change the case’s details',
  run: (changes, context) => {
    const [record] = context.view.all('case');
    if (record === undefined) return err(changeError('command/missing', { what: 'case' }));
    const draft = new Draft(context.view);
    draft.put(changed(record, changes));
    return ok(draft.diff());
  },
});

/** Adds an analyst to the case, or renames the one with that id. */
export const putAnalyst = defineCommand({
  name: 'analyst/put',
  input: Analyst,
  label: ({ name }) => `Work as “${name}”`,
  run: (analyst, context) => {
    const draft = new Draft(context.view);
    const present = context.view.get(analyst.id);
    draft.put(present === undefined ? analyst : changed(present, analyst));
    return ok(draft.diff());
  },
});

/** Every command of this family. */
export const caseCommands = [createCase, updateCase, putAnalyst] as const;
