import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdtf } from '../../../../domain/core/edtf.ts';
import { type DateForm, edtfOf, formOf, inMode, isComplete } from './date-form.ts';

const date = fc.oneof(
  fc.integer({ min: 1000, max: 2999 }).map(String),
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .chain((day) => fc.constantFrom(7, 10).map((length) => day.toISOString().slice(0, length))),
);
const day = date.filter((value) => value.length === 10);
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const moment = fc
  .tuple(day, clock, fc.constantFrom('', ':30'), fc.constantFrom('', 'Z', '+03:00', '-05:30'))
  .map(([on, at, seconds, zone]) => `${on}T${at}${seconds}${zone}`);
const end = fc.oneof(
  date,
  date.map((value) => `${value}~`),
  moment,
);
const anyDate = fc
  .oneof(
    date,
    date.map((value) => `${value}~`),
    moment,
    fc.tuple(end, end).map(([from, until]) => `${from}/${until}`),
    end.map((value) => `${value}/..`),
    end.map((value) => `../${value}`),
    fc.constantFrom('2026-21', '199X', '2026-03-XX', '2026-03?', '2026%', '2026-03-01/', '/2026'),
  )
  .filter(isEdtf);

function edtf(form: DateForm): string | null {
  const result = edtfOf(form);
  return result.ok ? result.value : 'refused';
}

describe('a date laid out in boxes', () => {
  it('reads back as the same date', () => {
    fc.assert(
      fc.property(anyDate, (value) => {
        const form = formOf(value);
        expect(isComplete(form) || form.mode === 'range').toBe(true);
        expect(edtf(form)).toBe(value);
      }),
    );
  });

  it('is shown in the mode that fits it', () => {
    expect(formOf(null)).toEqual({ mode: 'unknown' });
    expect(formOf('2026-03-14')).toEqual({ mode: 'date', date: '14 March 2026' });
    expect(formOf('2026-03~')).toEqual({ mode: 'about', date: 'March 2026' });
    expect(formOf('2026-03-14T21:40Z')).toEqual({
      mode: 'time',
      date: '14 March 2026',
      time: '21:40',
      zone: 'Z',
    });
    expect(formOf('2026-03-01/..')).toEqual({ mode: 'range', from: '1 March 2026', until: '' });
    expect(formOf('2026-21').mode).toBe('other');
  });
});

describe('what is typed', () => {
  it.each([
    ['14 March 2026', '2026-03-14'],
    ['14th mar. 2026', '2026-03-14'],
    ['March 14, 2026', '2026-03-14'],
    ['Sept 2026', '2026-09'],
    ['2026-3-4', '2026-03-04'],
    ['14.3.2026', '2026-03-14'],
    [' 2026 ', '2026'],
    ['3/4/2026', 'refused'],
    ['30 February 2026', 'refused'],
    ['Marchember 2026', 'refused'],
    ['tomorrow', 'refused'],
  ])('“%s” is %s', (typed, expected) => {
    expect(edtf({ mode: 'date', date: typed })).toBe(expected);
  });

  it('asks for a whole date where there is a time', () => {
    expect(edtf({ mode: 'time', date: 'March 2026', time: '21:40', zone: '' })).toBe('refused');
    expect(edtf({ mode: 'time', date: '14 March 2026', time: '25:00', zone: '' })).toBe('refused');
    expect(edtf({ mode: 'time', date: '14 March 2026', time: '9:05', zone: '+03:00' })).toBe(
      '2026-03-14T09:05+03:00',
    );
  });

  it('refuses a range that ends before it begins, or that has no end at all', () => {
    expect(edtf({ mode: 'range', from: '5 March 2026', until: '1 March 2026' })).toBe('refused');
    expect(edtf({ mode: 'range', from: '', until: ' ' })).toBe('refused');
    expect(edtf({ mode: 'range', from: '5 March 2026 21:40 UTC', until: '' })).toBe(
      '2026-03-05T21:40Z/..',
    );
  });
});

describe('changing the mode', () => {
  it('keeps the date', () => {
    const form = inMode(formOf('2026-03-14'), 'about');
    expect(edtf(form)).toBe('2026-03-14~');
    expect(isComplete(inMode(form, 'time'))).toBe(false);
    expect(edtf(inMode(form, 'range'))).toBe('2026-03-14/..');
    expect(edtf(inMode(form, 'other'))).toBe('2026-03-14~');
    expect(edtf(inMode(form, 'unknown'))).toBeNull();
  });
});
