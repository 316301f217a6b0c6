import { type Language, useMessages } from '../messages/messages.tsx';
import { isDay } from './parse-day.ts';

type Formats = Readonly<Record<'day' | 'month', Intl.DateTimeFormat>>;
const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const formats: Readonly<Record<Language, Formats>> = {
  en: {
    day: new Intl.DateTimeFormat('en-GB', { ...month, day: 'numeric' }),
    month: new Intl.DateTimeFormat('en-GB', month),
  },
  'zh-Hans': {
    day: new Intl.DateTimeFormat('zh-CN', { ...month, day: 'numeric' }),
    month: new Intl.DateTimeFormat('zh-CN', month),
  },
};

/** Days and months in a text, not years and not the parts of longer numbers. */
const written = /(?<![\d-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])/g;

/** `3 June 2022` for `2022-06-03`, `June 2022` for `2022-06`, in texts as well; what is no day stays as it is. */
export function dayInWords(text: string, language: Language): string {
  return text.replace(written, (day) =>
    day.length > 7 && !isDay(day)
      ? day
      : formats[language][day.length > 7 ? 'day' : 'month'].format(new Date(day)),
  );
}

/** Whether a machine can read it: a day, a month or a year, with no words beside it. */
function isExact(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(text);
}

/** A day as it is read on a page, with the exact day for machines. */
export function DayText({ day }: { readonly day: string }) {
  const { language } = useMessages();
  return (
    <time {...(isExact(day) ? { dateTime: day } : {})} className="day">
      {dayInWords(day, language)}
    </time>
  );
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The day that is so many days after 1970-01-01. */
export function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
