import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { CaseView } from '../../domain/core/case-state.ts';
import type { AnyId, RecordOf, RecordType } from '../../domain/records/registry.ts';
import type { Action } from './actions.ts';
import type { Screen } from './navigation.ts';

/** What an inspector is given. */
export interface InspectorProps<T extends RecordType> {
  /** The screen whose selection it shows, and changes when one goes from record to record. */
  readonly screen: Screen;
  readonly record: RecordOf[T];
}

/** What shows everything about one record, by the type of the record. */
export type Inspectors = { readonly [T in RecordType]?: ComponentType<InspectorProps<T>> };

/** A record that the palette found. */
export interface FoundRecord {
  readonly id: AnyId;
  readonly label: string;
  /** What it is called for short, where it has a number: "C12". */
  readonly number?: string;
  readonly open: () => void;
}

/** The records of a screen as the palette finds them. */
export interface RecordSearch {
  /** The place of these records among those of other screens in the palette, from the lowest number on. */
  readonly position: number;
  /** The records whose words pass the test, as many as are taken, in the order they came into the case. */
  readonly find: (view: CaseView, matches: WordsTest) => Iterable<FoundRecord>;
}

/** Tells whether a record is found by its words or, where it has one, by its short number. */
type WordsTest = (words: string, number?: string) => boolean;

/**
 * A screen of an open case, as its feature contributes it. The list of screens is `app/screens.ts`; rail, palette, key map,
 * inspector and whatever else goes by screens reads it, so that a screen is a folder and a line.
 */
export interface ScreenContribution {
  /** Stable: view state is remembered by it. */
  readonly id: Screen;
  readonly label: string;
  /** The keys that go to it: "G C". */
  readonly keys: string;
  readonly icon: LucideIcon;
  /** Its place in the rail, from the lowest number on; a case begins with the first. */
  readonly position: number;
  readonly component: ComponentType;
  /** What it says above every screen, where there is something to say; it draws nothing otherwise. */
  readonly banner?: ComponentType;
  /** What it offers on every screen of an open case. What only it offers is the component's to offer. */
  readonly actions?: readonly Action[];
  /** The inspectors of the records that are at home on it; every screen shows them. */
  readonly inspectors?: Inspectors;
  readonly search?: RecordSearch;
  /** Makes beforehand what it would otherwise keep the analyst waiting for, in short steps. */
  readonly prepare?: (view: CaseView) => Iterable<undefined>;
}
