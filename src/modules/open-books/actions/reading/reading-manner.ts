/** How files are read where it is not as usual. */
export type ReadingManner = Readonly<{
  memoryMegabytes?: number;
  threads?: number;
  byColumnsFromBytes?: number;
  /** In so many processes at most, each with files of so many bytes at least. */
  atOnce?: number;
  leastShareBytes?: number;
}>;
