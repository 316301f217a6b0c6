import { type Language, useMessages } from '../messages/messages.tsx';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  'zh-Hans': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** `3 June 2022`; what is no whole day (`2022-06`, `2022`) stays as it is. */
export function dayInWords(day: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formats[language].format(new Date(`${day}T00:00:00Z`)) : day;
}

/** A day as it is read on a page, with the exact day for machines. */
export function DayText({ day }: { readonly day: string }) {
  const { language } = useMessages();
  return (
    <time dateTime={day} className="day">
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
