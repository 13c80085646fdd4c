/** Text as it stands in a question: for names of files, which take no parameters. What a reader gives is always a parameter. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
