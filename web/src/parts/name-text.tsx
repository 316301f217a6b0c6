const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

/** A name in its own script: its direction is kept apart from the text around it, and readers are told the language. */
export function NameText({ children, language }: { readonly children: string; readonly language?: string }) {
  const lang = language ?? scripts.find(([script]) => script.test(children))?.[1];
  return (
    <bdi className="name" {...(lang ? { lang } : {})}>
      {children}
    </bdi>
  );
}
