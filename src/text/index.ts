export { addressNormal, type NormalAddress } from './address-normal.ts';
/** The text room: what is written in a name, in any script, and how alike two words are. Pure; no input or output. */
export {
  analyseName,
  mostReadings,
  type NameAnalysis,
  type ReadingKind,
  readingKinds,
} from './analyse-name.ts';
export { abdJoin } from './arabic-names.ts';
export { brandWord, isBrandFold } from './brand-words.ts';
export { fromWade, isPinyin, joinRuns, pinyinParse, runs, wadeGiles } from './chinese-latin.ts';
export {
  type CompanyWord,
  companyAbbreviations,
  companyPhrase,
  companyWord,
  industryWords,
  isFunctionWord,
} from './company-words.ts';
export { countryCode } from './country.ts';
export { computeFoldKey, consonantKey, consonantKeys, foldKey, mayBeginKey } from './fold-key.ts';
export {
  cutLegalForm,
  type LegalForm,
  type LegalFormGroup,
  legalForm,
  legalFormGroup,
  legalFormGroups,
  legalFormsConflict,
  partGluedForm,
} from './legal-form.ts';
export {
  LetterPattern,
  letterCount,
  letterDistance,
  letterSimilarity,
} from './letter-distance.ts';
export { letterUnits } from './letter-units.ts';
export { isEnglishForm, nameGroup, nicknames } from './nicknames.ts';
export { type NormalText, type NormalWord, normalise, normaliseWord } from './normalise.ts';
export { type NumberFound, numbers, romanNumeral } from './numbers.ts';
export { patronymic } from './patronymic.ts';
export {
  honorifics,
  isAlternativeMark,
  isGenerationSuffix,
  isParticle,
  particleGroup,
} from './person-words.ts';
export { placeWords } from './place-words.ts';
export { type Reason, type ReasonCode, reasonCodes } from './reason.ts';
export { simplified } from './romanise/han.ts';
export { koreanSyllableClass } from './romanise/hangul.ts';
export { romanise } from './romanise/index.ts';
export { mainScript, type Script, type ScriptSpan, scriptOf, scriptSpans, scripts } from './script.ts';
export { type ChineseSurname, surnameTables } from './surname-tables.ts';
export {
  type NameKindWanted,
  type NameSide,
  type Token,
  type TokenClass,
  tokenClasses,
  tokenFlags,
} from './token.ts';
export { isVesselPrefix } from './vessel-tokens.ts';
