import type { DateForm } from './date-form.ts';
import styles from './date-field.module.css';

interface DateBoxesProps {
  /** The date's own name, for screen readers. */
  readonly label: string;
  readonly form: DateForm;
  readonly onChange: (form: DateForm) => void;
  readonly isDisabled: boolean;
  /** The id of the message that says what is wrong. */
  readonly errorId?: string;
}

/** The boxes of a date's mode; unknown has none. */
export function DateBoxes({ label, form, onChange, isDisabled, errorId }: DateBoxesProps) {
  const boxes = partsOf(form).map(({ name, placeholder, value, isShort, withText }) => (
    <Box
      key={name}
      label={`${label}: ${name}`}
      placeholder={placeholder}
      value={value}
      isShort={isShort ?? false}
      isDisabled={isDisabled}
      errorId={errorId}
      onChange={(text) => {
        onChange(withText(text));
      }}
    />
  ));
  if (boxes.length < 2) return boxes;
  return (
    <div className={styles['boxes']}>
      {boxes}
      {form.mode === 'time' && (
        <ZoneBox label={label} form={form} onChange={onChange} isDisabled={isDisabled} />
      )}
    </div>
  );
}

/** One text of a date, and the form with another text in its place. */
interface Part {
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly isShort?: boolean;
  readonly withText: (text: string) => DateForm;
}

function partsOf(form: DateForm): readonly Part[] {
  switch (form.mode) {
    case 'unknown':
      return [];
    case 'date':
    case 'about':
      return [dayPart(form.date, (date) => ({ ...form, date }))];
    case 'time':
      return [
        dayPart(form.date, (date) => ({ ...form, date })),
        {
          name: 'time',
          placeholder: '21:40',
          value: form.time,
          isShort: true,
          withText: (time) => ({ ...form, time }),
        },
      ];
    case 'range':
      return [
        {
          name: 'from',
          placeholder: 'From (open)',
          value: form.from,
          withText: (from) => ({ ...form, from }),
        },
        {
          name: 'until',
          placeholder: 'Until (open)',
          value: form.until,
          withText: (until) => ({ ...form, until }),
        },
      ];
    case 'other':
      return [
        {
          name: 'EDTF',
          placeholder: '2026-21',
          value: form.edtf,
          withText: (edtf) => ({ ...form, edtf }),
        },
      ];
  }
}

function dayPart(value: string, withText: Part['withText']): Part {
  return { name: 'date', placeholder: '14 March 2026', value, withText };
}

interface ZoneBoxProps {
  readonly label: string;
  readonly form: Extract<DateForm, { mode: 'time' }>;
  readonly onChange: (form: DateForm) => void;
  readonly isDisabled: boolean;
}

function ZoneBox({ label, form, onChange, isDisabled }: ZoneBoxProps) {
  return (
    <select
      className={styles['zone']}
      aria-label={`${label}: time zone`}
      disabled={isDisabled}
      value={form.zone}
      onChange={(event) => {
        onChange({ ...form, zone: event.target.value });
      }}
    >
      <option value="">Local</option>
      <option value="Z">UTC</option>
      {zonesWith(form.zone).map((zone) => (
        <option key={zone} value={zone}>
          UTC{zone}
        </option>
      ))}
    </select>
  );
}

interface BoxProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  readonly isShort: boolean;
  readonly isDisabled: boolean;
  readonly errorId: string | undefined;
}

function Box({ label, value, placeholder, onChange, isShort, ...state }: BoxProps) {
  return (
    <input
      className={`${styles['box'] ?? ''} ${isShort ? (styles['short'] ?? '') : ''}`}
      aria-label={label}
      aria-invalid={state.errorId !== undefined}
      aria-describedby={state.errorId}
      placeholder={placeholder}
      disabled={state.isDisabled}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

// The offsets in use on Earth, as ISO 8601 writes them.
const zones = [
  ...['-12:00', '-11:00', '-10:00', '-09:30', '-09:00', '-08:00', '-07:00', '-06:00', '-05:00'],
  ...['-04:00', '-03:30', '-03:00', '-02:00', '-01:00', '+00:00', '+01:00', '+02:00', '+03:00'],
  ...['+03:30', '+04:00', '+04:30', '+05:00', '+05:30', '+05:45', '+06:00', '+06:30', '+07:00'],
  ...['+08:00', '+08:45', '+09:00', '+09:30', '+10:00', '+10:30', '+11:00', '+12:00', '+12:45'],
  ...['+13:00', '+14:00'],
];

function zonesWith(zone: string): readonly string[] {
  return zone === '' || zone === 'Z' || zones.includes(zone) ? zones : [...zones, zone];
}
