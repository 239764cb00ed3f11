/* revizor_plugin.h: the contract between the Revizor runner and a rule plugin.
 *
 * A plugin is a shared library lib<Name>.so that exports ONE function:
 *
 *     const revizor_plugin_table *revizor_plugin(void);
 *
 * The runner reads `abi_version` before it touches anything else of the table; a mismatch is an error that
 * names both numbers. Data cross as Arrow arrays (the Arrow C Data Interface, https://arrow.apache.org/docs/
 * format/CDataInterface.html), so a plugin may be built by any compiler in any language. All text is UTF-8.
 */
#ifndef REVIZOR_PLUGIN_H
#define REVIZOR_PLUGIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The Arrow C Data Interface, as its specification prints it. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

/* Raised by one whenever a struct of this file, or the meaning of a field, changes. */
#define REVIZOR_ABI_VERSION 1

/* Severity of a finding (column `severity`). */
#define REVIZOR_INFO 0
#define REVIZOR_WARNING 1
#define REVIZOR_ERROR 2

/* Safety of an edit (column `safety`). A lossy edit is applied only when the user asks for it. */
#define REVIZOR_SAFE 0
#define REVIZOR_LOSSY 1

/* Verdict of a link (column `verdict`). */
#define REVIZOR_DIFFERENT 0
#define REVIZOR_REVIEW 1
#define REVIZOR_SAME 2

/* What a rule gives back: three tables, each an Arrow struct array with its schema. The runner zeroes the
 * struct; a plugin fills what it has (a table whose array stays zeroed is an empty one) and the runner calls
 * the `release` callbacks. Children, in this order, with the Arrow format in brackets:
 *
 *   findings: row int64 [l], null for the whole table · field utf8 [u or U], null for the whole row ·
 *             code utf8 · severity int8 [c] · arguments utf8, a JSON object of message arguments, or null.
 *             Arguments never hold the cell's value.
 *   edits:    row int64 · field utf8 (a new name makes a derived column) · value utf8, null clears the cell ·
 *             code utf8 · safety int8
 *   links:    row_a int64 · row_b int64 · probability float64 [g] · verdict int8 · evidence utf8, a JSON
 *             object, or null
 *
 * Rows count from 0 in the batch given to `apply`.
 */
typedef struct revizor_results {
  struct ArrowSchema findings_schema;
  struct ArrowArray findings;
  struct ArrowSchema edits_schema;
  struct ArrowArray edits;
  struct ArrowSchema links_schema;
  struct ArrowArray links;
} revizor_results;

typedef struct revizor_plugin_table {
  /* REVIZOR_ABI_VERSION of the header the plugin was built with. Always the first four bytes. */
  uint32_t abi_version;
  /* sizeof(revizor_plugin_table) as the plugin saw it. */
  uint32_t size;
  /* The manifest: a JSON document, NUL-terminated, that lives as long as the library is open. */
  const char *manifest;
  /* Makes an instance of one rule. `settings` is the rule's JSON object from the standard, `context` the run's
   * (now, region, language, jobs, dictionaries, fields). Returns 0 and an instance, or another number and,
   * in *error, a text the runner hands back to `free_text`. */
  int32_t (*create)(const char *rule_id, const char *settings, const char *context, void **instance,
                    char **error);
  /* Applies the instance to a batch: a struct array whose children are the fields, large utf8 [U], null where
   * a cell is empty. The batch belongs to the runner and is valid only during the call. Rules of phase
   * `record` are called from several threads at once with the same instance.
   *
   * A rule of phase `base` and subject `clients` whose manifest has `"linked": ["orders", …]` gets, after the
   * fields, one more child for each such table that the base has, named by its role (orders, contacts,
   * interactions; records: the rows merged into a client): a large list [+L] of structs [+s] of large utf8 [U],
   * the rows of each client. Other rules never see such a child. */
  int32_t (*apply)(void *instance, const struct ArrowSchema *schema, const struct ArrowArray *batch,
                   revizor_results *results, char **error);
  /* Ends an instance. */
  void (*destroy)(void *instance);
  /* Frees an error text made by `create` or `apply`. */
  void (*free_text)(char *text);
} revizor_plugin_table;

/* The one symbol a plugin exports. */
typedef const revizor_plugin_table *(*revizor_plugin_function)(void);
#define REVIZOR_PLUGIN_SYMBOL "revizor_plugin"

#ifdef __cplusplus
}
#endif

#endif /* REVIZOR_PLUGIN_H */
