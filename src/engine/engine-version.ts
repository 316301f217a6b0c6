/** The version of the program, named in every answer. */
export const engineVersion = '0.1.0';
