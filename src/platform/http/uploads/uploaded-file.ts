/** A file as it came with a form. Nothing it says of itself has been judged, but its name can be written anywhere. */
export type UploadedFile = Readonly<{
  /** The name of the box it was chosen in. */
  field: string;
  /** Made safe: see `safeFilename`. */
  filename: string;
  /** What the sender's browser takes it for; `application/octet-stream` when it does not know. */
  declaredType: string;
  bytes: Buffer;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
}>;
