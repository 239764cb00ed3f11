// Steps through a table in rowid order and takes the text of every cell; nothing is kept.
#include <sqlite3.h>
#include <stdio.h>

int main(int argc, char **argv) {
  sqlite3 *base;
  sqlite3_stmt *statement;
  if (argc < 2 || sqlite3_open_v2(argv[1], &base, SQLITE_OPEN_READONLY, 0) != SQLITE_OK) return 1;
  const char *sql = "SELECT rowid, * FROM \"Клиенты\" ORDER BY rowid";
  if (sqlite3_prepare_v2(base, sql, -1, &statement, 0) != SQLITE_OK) return 1;
  int columns = sqlite3_column_count(statement);
  long long total = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    total += sqlite3_column_int64(statement, 0);
    for (int column = 1; column < columns; column++) {
      const unsigned char *text = sqlite3_column_text(statement, column);
      if (text) total += text[0] + sqlite3_column_bytes(statement, column);
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(base);
  printf("%lld\n", total);
  return 0;
}
