/* What the plugins in plain C of these tests share: results made by hand, as the Arrow C Data Interface lays
 * them out. Each plugin defines MANIFEST and may define ABI, CREATE_FAILS, APPLY_FAILS, BAD_ROW. */
#include <stdlib.h>
#include <string.h>

#include "revizor_plugin.h"

#ifndef ABI
#define ABI REVIZOR_ABI_VERSION
#endif

/* One rule of a manifest, as JSON. */
#define RULE(ID)                                                                                                  \
  "{\"id\":\"" ID "\",\"title\":{\"en\":\"Names are loud\",\"ru\":\"Названия громкие\"},"                          \
  "\"rationale\":{\"en\":\"Quiet names are not heard.\",\"ru\":\"Тихих не слышно.\"},"                             \
  "\"phase\":\"record\",\"subject\":\"rows\",\"reads\":[\"org_name\"],\"writes\":[\"org_name\"],"                  \
  "\"settings\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{}},"                           \
  "\"codes\":[{\"code\":\"loud\",\"message\":{\"en\":\"loud\",\"ru\":\"громко\"},\"severity\":\"warning\","        \
  "\"repair\":\"absent\"},{\"code\":\"louder\",\"message\":{\"en\":\"made loud\",\"ru\":\"сделано громче\"},"       \
  "\"severity\":\"info\",\"repair\":\"safe\"}],\"examples\":[]}"

static char *copy_text(const char *text) {
  char *made = malloc(strlen(text) + 1);
  strcpy(made, text);
  return made;
}

static void release_array(struct ArrowArray *array) {
  for (int64_t c = 0; c < array->n_children; c++) {
    struct ArrowArray *child = array->children[c];
    for (int64_t b = 0; b < child->n_buffers; b++) free((void *)child->buffers[b]);
    free(child->buffers);
    free(child);
  }
  free(array->children);
  free(array->buffers);
  array->release = NULL;
}

static void release_schema(struct ArrowSchema *schema) {
  for (int64_t c = 0; c < schema->n_children; c++) free(schema->children[c]);
  free(schema->children);
  schema->release = NULL;
}

static void begin(struct ArrowSchema *schema, struct ArrowArray *array, int64_t rows, int64_t children) {
  schema->format = "+s";
  schema->name = "";
  schema->n_children = children;
  schema->children = calloc(children, sizeof *schema->children);
  schema->release = release_schema;
  array->length = rows;
  array->n_buffers = 1;
  array->buffers = calloc(1, sizeof *array->buffers);
  array->n_children = children;
  array->children = calloc(children, sizeof *array->children);
  array->release = release_array;
}

static void child(struct ArrowSchema *schema, struct ArrowArray *array, int at, const char *format, const char *name,
                  int64_t buffers) {
  schema->children[at] = calloc(1, sizeof **schema->children);
  schema->children[at]->format = format;
  schema->children[at]->name = name;
  array->children[at] = calloc(1, sizeof **array->children);
  array->children[at]->length = array->length;
  array->children[at]->n_buffers = buffers;
  array->children[at]->buffers = calloc(buffers, sizeof *array->children[at]->buffers);
}

/* A column of the same small UTF-8 text in every row; NULL makes every cell null. */
static void text(struct ArrowSchema *schema, struct ArrowArray *array, int at, const char *name, const char *value) {
  int64_t rows = array->length;
  child(schema, array, at, "u", name, 3);
  int32_t *offsets = calloc(rows + 1, sizeof *offsets);
  size_t size = value ? strlen(value) : 0;
  char *bytes = malloc(rows * size + 1);
  for (int64_t r = 0; r < rows; r++) {
    memcpy(bytes + r * size, value ? value : "", size);
    offsets[r + 1] = (int32_t)((r + 1) * size);
  }
  if (!value) array->children[at]->buffers[0] = calloc((rows + 7) / 8, 1);
  array->children[at]->buffers[1] = offsets;
  array->children[at]->buffers[2] = bytes;
}

static void bytes8(struct ArrowSchema *schema, struct ArrowArray *array, int at, const char *name, int8_t value) {
  child(schema, array, at, "c", name, 2);
  int8_t *values = malloc(array->length);
  memset(values, value, array->length);
  array->children[at]->buffers[1] = values;
}

static void rows64(struct ArrowSchema *schema, struct ArrowArray *array, int at, const int64_t *rows) {
  child(schema, array, at, "l", "row", 2);
  int64_t *values = malloc(array->length * sizeof *values);
  memcpy(values, rows, array->length * sizeof *values);
  array->children[at]->buffers[1] = values;
}

/* The rule: every cell of `org_name` that does not end in '!' gets one; every other is flagged as loud. */
static int32_t create(const char *rule, const char *settings, const char *context, void **instance, char **error) {
  (void)rule, (void)settings, (void)context, (void)error;
#ifdef CREATE_FAILS
  *error = copy_text("'volume' is 12; turn it down to 11");
  return 1;
#endif
  *instance = copy_text("instance");
  return 0;
}

static int32_t apply(void *instance, const struct ArrowSchema *schema, const struct ArrowArray *batch,
                     revizor_results *results, char **error) {
  (void)instance, (void)error;
#ifdef APPLY_FAILS
  *error = copy_text("the loudspeaker is unplugged");
  return 7;
#endif
  int64_t place = -1;
  for (int64_t c = 0; c < schema->n_children; c++)
    if (strcmp(schema->children[c]->name, "org_name") == 0) place = c;
  if (place < 0) return 0;
  const struct ArrowArray *column = batch->children[place];
  const uint8_t *validity = column->buffers[0];
  const int64_t *offsets = column->buffers[1];
  const char *bytes = column->buffers[2];
  int64_t *quiet = malloc((batch->length + 1) * sizeof *quiet), *loud = malloc((batch->length + 1) * sizeof *loud);
  int64_t quiets = 0, louds = 0, size = 0;
  for (int64_t r = 0; r < batch->length; r++) {
    int64_t at = column->offset + r;
    if (validity && !(validity[at >> 3] >> (at & 7) & 1)) continue;
    if (offsets[at + 1] > offsets[at] && bytes[offsets[at + 1] - 1] == '!') {
      loud[louds++] = r;
    } else {
      quiet[quiets++] = r;
      size += offsets[at + 1] - offsets[at] + 1;
    }
  }
#ifdef BAD_ROW
  if (quiets) quiet[0] = batch->length + 5;
#endif
  if (louds) {
    begin(&results->findings_schema, &results->findings, louds, 5);
    rows64(&results->findings_schema, &results->findings, 0, loud);
    text(&results->findings_schema, &results->findings, 1, "field", "org_name");
    text(&results->findings_schema, &results->findings, 2, "code", "loud");
    bytes8(&results->findings_schema, &results->findings, 3, "severity", REVIZOR_WARNING);
    text(&results->findings_schema, &results->findings, 4, "arguments", NULL);
  }
  if (quiets) {
    begin(&results->edits_schema, &results->edits, quiets, 5);
    rows64(&results->edits_schema, &results->edits, 0, quiet);
    text(&results->edits_schema, &results->edits, 1, "field", "org_name");
    child(&results->edits_schema, &results->edits, 2, "u", "value", 3);
    int32_t *ends = calloc(quiets + 1, sizeof *ends);
    char *made = malloc(size + 1);
    for (int64_t q = 0; q < quiets; q++) {
      int64_t at = column->offset + quiet[q];
#ifdef BAD_ROW
      if (quiet[q] >= batch->length) at = column->offset;
#endif
      int64_t length = offsets[at + 1] - offsets[at];
      memcpy(made + ends[q], bytes + offsets[at], length);
      made[ends[q] + length] = '!';
      ends[q + 1] = ends[q] + (int32_t)length + 1;
    }
    results->edits.children[2]->buffers[1] = ends;
    results->edits.children[2]->buffers[2] = made;
    text(&results->edits_schema, &results->edits, 3, "code", "louder");
    bytes8(&results->edits_schema, &results->edits, 4, "safety", REVIZOR_SAFE);
  }
  free(quiet);
  free(loud);
  return 0;
}

static void destroy(void *instance) { free(instance); }
static void free_text(char *text) { free(text); }

static const revizor_plugin_table table = {ABI,   sizeof(revizor_plugin_table), MANIFEST, create, apply,
                                           destroy, free_text};

const revizor_plugin_table *revizor_plugin(void) { return &table; }
