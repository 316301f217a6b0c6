/** Marks an index file; changed whenever its layout or the reading of names changes. */
export const indexVersion = 26;
