import { Argument, Command, CommanderError, Option } from 'commander';
import { reportFormats } from '../main/formats/reports/formats.ts';
import type { CommandEnvironment } from './environment.ts';
import { exitCodes } from './exit-codes.ts';
import { exportDocuments } from './export-documents.ts';
import {
  commandHelp,
  description,
  exampleHelp,
  exitCodeHelp,
  exportFormatHelp,
  importFormatHelp,
} from './help.ts';
import { importFiles } from './import-files.ts';
import { listRecords } from './list-records.ts';
import { newCase } from './new-case.ts';
import { type Outcome, present } from './outcome.ts';
import { recoverWholeCase } from './recover-case.ts';
import { type Listing, listings } from './rows.ts';
import { verifyWholeCase } from './verify-case.ts';
import { withCase } from './with-case.ts';

// What `command` below gives every command.
interface CommonOptions {
  readonly json?: true;
  readonly analyst: string;
}

/** Tells what came of a command that was run. */
type Report = (options: CommonOptions, outcome: Promise<Outcome>) => Promise<void>;

/**
 * Runs the command line with its arguments (without the program's own name) and answers the exit code. Rejects only on
 * a bug. The help and the version are written by commander, which throws an error with the code 0 after them.
 */
export async function runCommandLine(
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<number> {
  // Set by the action of the command, which commander gives no way to return anything from.
  let code: number = exitCodes.done.code;
  const program = makeProgram(environment, async (options, outcome) => {
    code = present(await outcome, options.json === true, environment);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    // Commander's own code for wrong usage is 1, which means something else here.
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done.code : exitCodes.usage.code;
  }
  return code;
}

/** The program with all of its commands; `report` is called by the one that is run. */
function makeProgram(environment: CommandEnvironment, report: Report): Command {
  const program = new Command('assay')
    .description(description)
    .version(environment.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    // There is one way to ask for help, `--help`, and no command of that name to be mistaken for one of ours.
    .helpCommand(false)
    .addHelpText('afterAll', exitCodeHelp())
    .showHelpAfterError('Use --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => {
        environment.write(text);
      },
      writeErr: (text) => {
        environment.complain(text);
      },
    })
    // Commander would end the process by itself; this makes it throw, so that the code is decided in one place.
    .exitOverride();
  addNew(program, environment, report);
  addImport(program, environment, report);
  addList(program, environment, report);
  addExport(program, environment, report);
  addVerify(program, environment, report);
  addRecover(program, environment, report);
  return program;
}

function addNew(program: Command, environment: CommandEnvironment, report: Report): void {
  command(program, 'new', environment)
    .argument('<case>', 'the folder to make; its parent must exist')
    .option('--name <name>', 'what the case is called (default: the folder’s name)')
    .action((path: string, options: CommonOptions & { name?: string }) =>
      report(options, newCase({ path, name: options.name, analyst: options.analyst })),
    );
}

function addImport(program: Command, environment: CommandEnvironment, report: Report): void {
  command(program, 'import', environment)
    .addHelpText('after', importFormatHelp())
    .argument('<case>', 'the case’s folder')
    .argument('<file...>', 'files, or folders whose files are imported')
    .action((path: string, files: string[], options: CommonOptions) =>
      report(
        options,
        withCase({ path, readOnly: false, analyst: options.analyst }, (store) =>
          importFiles(store, files, environment),
        ),
      ),
    );
}

function addList(program: Command, environment: CommandEnvironment, report: Report): void {
  command(program, 'list', environment)
    .argument('<case>', 'the case’s folder')
    .addArgument(new Argument('<what>', 'what to list').choices(listings))
    .action((path: string, listing: Listing, options: CommonOptions) =>
      report(
        options,
        withCase({ path, readOnly: true, analyst: options.analyst }, (store) =>
          Promise.resolve(listRecords(store, listing)),
        ),
      ),
    );
}

interface ExportChoices extends CommonOptions {
  readonly format: string;
  readonly out: string;
  readonly force?: true;
  readonly documents?: string[];
}

/** Formats are offered as the registry has them, so that a new one needs no change here. */
function addExport(program: Command, environment: CommandEnvironment, report: Report): void {
  command(program, 'export', environment)
    .argument('<case>', 'the case’s folder')
    .addOption(
      new Option('--format <format>', 'what to make')
        .choices(reportFormats.map(({ id }) => id))
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--out <path>',
      'the file to write, replaced if it is there; what the names of several begin with',
    )
    .option('--force', 'replace the files of a format that has several, if they are there')
    .option('--documents <id...>', 'only these documents (default: all)')
    .action((path: string, options: ExportChoices) =>
      report(
        options,
        withCase({ path, readOnly: true, analyst: options.analyst }, (store) =>
          exportDocuments(store, options, environment),
        ),
      ),
    )
    .addHelpText('after', exportFormatHelp());
}

/** Reads only, so that it can be run on a case that is open. */
function addVerify(program: Command, environment: CommandEnvironment, report: Report): void {
  command(program, 'verify', environment)
    .argument('<case>', 'the case’s folder')
    .action((path: string, options: CommonOptions) =>
      report(
        options,
        withCase(
          // A damaged case that would be refused is opened as what could be recovered, because telling what is wrong is
          // what this is for.
          { path, readOnly: true, analyst: options.analyst, recover: true },
          verifyWholeCase,
        ),
      ),
    );
}

/** The only command that writes to a damaged case, and with `--out` it does not either. */
function addRecover(program: Command, environment: CommandEnvironment, report: Report): void {
  command(program, 'recover', environment)
    .argument('<case>', 'the case’s folder')
    .option('--out <path>', 'a new folder to recover it into; the case itself is not touched')
    .action((path: string, options: CommonOptions & { out?: string }) =>
      report(options, recoverWholeCase({ path, out: options.out, analyst: options.analyst })),
    );
}

/** A command with its summary, its examples and the options that all commands have. */
function command(
  program: Command,
  name: keyof typeof commandHelp,
  { analyst }: CommandEnvironment,
): Command {
  const { summary, examples } = commandHelp[name];
  return program
    .command(name)
    .description(summary)
    .option('--json', 'answer with one JSON value, for machines')
    .option('--analyst <name>', 'the name under which changes are recorded', analyst)
    .addHelpText('after', exampleHelp(examples));
}
