/**
 * From this likeness on two names may be of one party: two spellings, or a longer form, as `Wagner Group` is of `Wagner`.
 * Below it they mostly have a word in common.
 */
export const namesakeLikeness = 0.9;
