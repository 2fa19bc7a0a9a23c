package dev.meshlint.core.yaml;

/** Where a piece of the text that is parsed lies in the file: the same place, unless it is embedded in a scalar. */
interface PlaceMap {
  /** The text that is parsed is the file. */
  PlaceMap SAME =
      new PlaceMap() {
        @Override
        public int start(int offset) {
          return offset;
        }

        @Override
        public int end(int offset) {
          return offset;
        }

        @Override
        public boolean exact() {
          return true;
        }
      };

  /** The offset in the file of the character at an offset of the parsed text. */
  int start(int offset);

  /** The offset in the file after the character before an offset of the parsed text. */
  int end(int offset);

  /** Whether characters of the parsed text are characters of the file, so that edits may be made there. */
  boolean exact();
}
