#include "CDataset.h"
