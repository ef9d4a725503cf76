// Embeds every file of Data/ in the binary, in the order of the layout (Data/README.md).
#include "CDataset.h"

static const unsigned char dataset_bytes[] = {
#embed "../../Data/dataset.csv"
};
static const unsigned char sources_bytes[] = {
#embed "../../Data/sources.csv"
};
static const unsigned char indicators_bytes[] = {
#embed "../../Data/indicators.csv"
};
static const unsigned char observations_bytes[] = {
#embed "../../Data/observations.csv"
};
static const unsigned char series_bytes[] = {
#embed "../../Data/series.csv"
};
static const unsigned char countries_bytes[] = {
#embed "../../Data/countries.csv"
};
static const unsigned char attributes_bytes[] = {
#embed "../../Data/attributes.csv"
};
static const unsigned char facts_bytes[] = {
#embed "../../Data/facts.csv"
};
static const unsigned char goods_bytes[] = {
#embed "../../Data/goods.csv"
};
static const unsigned char goods_declared_bytes[] = {
#embed "../../Data/goods-declared.csv"
};
static const unsigned char goods_demand_bytes[] = {
#embed "../../Data/goods-demand.csv"
};
static const unsigned char organisations_bytes[] = {
#embed "../../Data/organisations.csv"
};
static const unsigned char deployments_bytes[] = {
#embed "../../Data/deployments.csv"
};
static const unsigned char measures_bytes[] = {
#embed "../../Data/measures.csv"
};
static const unsigned char measure_effects_bytes[] = {
#embed "../../Data/measure-effects.csv"
};
static const unsigned char drift_bytes[] = {
#embed "../../Data/drift.csv"
};
static const unsigned char blocks_bytes[] = {
#embed "../../Data/blocks.csv"
};
static const unsigned char block_links_bytes[] = {
#embed "../../Data/block-links.csv"
};
static const unsigned char phases_bytes[] = {
#embed "../../Data/phases.csv"
};
static const unsigned char gates_bytes[] = {
#embed "../../Data/gates.csv"
};
static const unsigned char rules_bytes[] = {
#embed "../../Data/rules.csv"
};
static const unsigned char standard_bytes[] = {
#embed "../../Data/standard.csv"
};
static const unsigned char reference_systems_bytes[] = {
#embed "../../Data/reference-systems.csv"
};
static const unsigned char reference_links_bytes[] = {
#embed "../../Data/reference-links.csv"
};
static const unsigned char agreements_bytes[] = {
#embed "../../Data/agreements.csv"
};
static const unsigned char world_map_bytes[] = {
#embed "../../Data/world-map.txt"
};

typedef struct {
  const char *name;
  const void *bytes;
  size_t length;
} embedded_file;

#define EMBEDDED(name, array) {name, array, sizeof array}

static const embedded_file files[] = {
    EMBEDDED("dataset.csv", dataset_bytes),
    EMBEDDED("sources.csv", sources_bytes),
    EMBEDDED("indicators.csv", indicators_bytes),
    EMBEDDED("observations.csv", observations_bytes),
    EMBEDDED("series.csv", series_bytes),
    EMBEDDED("countries.csv", countries_bytes),
    EMBEDDED("attributes.csv", attributes_bytes),
    EMBEDDED("facts.csv", facts_bytes),
    EMBEDDED("goods.csv", goods_bytes),
    EMBEDDED("goods-declared.csv", goods_declared_bytes),
    EMBEDDED("goods-demand.csv", goods_demand_bytes),
    EMBEDDED("organisations.csv", organisations_bytes),
    EMBEDDED("deployments.csv", deployments_bytes),
    EMBEDDED("measures.csv", measures_bytes),
    EMBEDDED("measure-effects.csv", measure_effects_bytes),
    EMBEDDED("drift.csv", drift_bytes),
    EMBEDDED("blocks.csv", blocks_bytes),
    EMBEDDED("block-links.csv", block_links_bytes),
    EMBEDDED("phases.csv", phases_bytes),
    EMBEDDED("gates.csv", gates_bytes),
    EMBEDDED("rules.csv", rules_bytes),
    EMBEDDED("standard.csv", standard_bytes),
    EMBEDDED("reference-systems.csv", reference_systems_bytes),
    EMBEDDED("reference-links.csv", reference_links_bytes),
    EMBEDDED("agreements.csv", agreements_bytes),
    EMBEDDED("world-map.txt", world_map_bytes),
};

size_t cdataset_count(void) { return sizeof files / sizeof files[0]; }

const char *cdataset_name(size_t i) { return i < cdataset_count() ? files[i].name : 0; }

const void *cdataset_bytes(size_t i, size_t *length) {
  if (i >= cdataset_count()) {
    *length = 0;
    return 0;
  }
  *length = files[i].length;
  return files[i].bytes;
}
