import './day-field.css';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { dayInWords, dayNumber, dayOf } from './day.tsx';
import { addMonths, parseDay } from './parse-day.ts';

/**
 * A legal day: shown with its month in words, so that nobody reads it two ways, and taken as `2022-06-03` or in words.
 * Arrow keys move by a day, Page Up and Down by a month, with Shift by a year. A day that is not understood changes
 * nothing and says so. The field of the browser shows days in the order of the machine's country, which is why it only
 * lends its calendar here.
 */
export function DayField({
  label,
  value,
  empty = '',
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  /** What an empty field stands for. */
  readonly empty?: string;
  /** Called with a day that exists; with nothing when the field was emptied. */
  readonly onChange: (day: string | undefined) => void;
}) {
  const { say, language } = useMessages();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const words = value === undefined ? '' : dayInWords(value, language);

  const forget = () => {
    setDraft(undefined);
    setWrong(false);
  };
  const take = (text: string | undefined) => {
    if (text === undefined) return;
    const day = parseDay(text);
    if (day === undefined && text.trim() !== '') return setWrong(true);
    forget();
    if (day !== value) onChange(day);
  };
  const type = (text: string) => {
    setDraft(text);
    setWrong(false);
    // What is written in full is one day and no other: the page follows at once.
    if (/^\d{4}-\d\d-\d\d$/.test(text.trim())) {
      const day = parseDay(text);
      if (day === undefined) setWrong(true);
      else if (day !== value) onChange(day);
    }
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return take(draft);
    if (event.key === 'Escape') return forget();
    const from = (draft === undefined ? undefined : parseDay(draft)) ?? value;
    const to = from === undefined ? undefined : moved(from, event);
    if (to === undefined) return;
    event.preventDefault();
    forget();
    onChange(to);
  };
  return (
    <div className="field day-field">
      <label htmlFor={id}>{label}</label>
      <div className="day-row">
        <input
          id={id}
          role="spinbutton"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          value={draft ?? words}
          placeholder={empty}
          aria-valuenow={value === undefined ? undefined : dayNumber(value)}
          aria-valuetext={words || empty}
          aria-describedby={`${id}-says`}
          aria-invalid={isWrong}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => take(draft)}
          onKeyDown={move}
        />
        <button
          type="button"
          className="day-calendar screen-only"
          aria-label={`${say('dayCalendar')}: ${label}`}
          onClick={() => picker.current?.showPicker()}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1.5 3.5h13v11h-13zM1.5 7h13M5 1v4M11 1v4" />
          </svg>
        </button>
      </div>
      <input
        ref={picker}
        type="date"
        className="day-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        onChange={(event) => take(event.target.value)}
      />
      <span id={`${id}-says`} className="day-says" {...(isWrong ? { role: 'alert' } : {})}>
        {say(isWrong ? 'dayWrong' : 'dayHint')}
      </span>
    </div>
  );
}

/** The day that a key leads to. */
function moved(day: string, { key, shiftKey }: KeyboardEvent): string | undefined {
  const months = shiftKey ? 12 : 1;
  switch (key) {
    case 'ArrowUp':
      return dayOf(dayNumber(day) + 1);
    case 'ArrowDown':
      return dayOf(dayNumber(day) - 1);
    case 'PageUp':
      return addMonths(day, months);
    case 'PageDown':
      return addMonths(day, -months);
    default:
      return undefined;
  }
}
