/** What reading one file may take. A report of 500 pages takes a few seconds and some 200 MB. */
export const limits = {
  seconds: 30,
  heapMegabytes: 400,
  /** Of the whole process, what it holds outside the heap included. */
  residentMegabytes: 900,
  /** Of text that is kept: some 1,500 pages. */
  textCharacters: 5_000_000,
  /** What a reader may answer: each character may take six bytes as JSON writes it. */
  answerBytes: 40_000_000,
  /** Of one part of a document, unpacked. */
  partBytes: 100_000_000,
  /** Plain text of which no more than this is read without a process of its own. */
  plainBytes: 500_000,
  atOnce: 2,
};
