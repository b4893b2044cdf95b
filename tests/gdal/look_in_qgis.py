"""Opens files in QGIS and prints, as JSON, what QGIS makes of each: run by qgis.ts with the Python that has PyQGIS."""

import json
import sys
from urllib.parse import quote, urlencode

from qgis.core import Qgis, QgsApplication, QgsVectorLayer, QgsWkbTypes


def layer_of(path):
    """A CSV is opened as the dialogue for delimited text does it, with its columns of degrees; the rest by itself."""
    if not path.endswith(".csv"):
        return QgsVectorLayer(path, "layer", "ogr")
    with open(path, encoding="utf-8-sig") as file:
        head = file.readline().strip().split(",")
    column = {name: next(each for each in head if each.startswith(name)) for name in ("经度", "纬度")}
    how = {"type": "csv", "crs": "EPSG:4326", "encoding": "UTF-8", "maxFields": "10000", "detectTypes": "yes"}
    how |= {"xField": column["经度"], "yField": column["纬度"]}
    # Qt keeps a slash and brackets that are written by their numbers.
    asked = urlencode(how, safe="/():", quote_via=quote)
    return QgsVectorLayer(f"file://{quote(path)}?{asked}", "layer", "delimitedtext")


def seen(path):
    """Counts, system and every feature: its first three texts, and its point where it has one."""
    layer = layer_of(path)
    if not layer.isValid():
        return {"valid": False}
    features = []
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        placed = feature.hasGeometry() and not geometry.isEmpty()
        features.append(
            {
                "texts": [str(value) for value in feature.attributes()[:6]],
                "point": [geometry.asPoint().x(), geometry.asPoint().y()] if placed else None,
                "sound": not placed or geometry.isGeosValid(),
            }
        )
    return {
        "valid": True,
        "crs": layer.crs().authid(),
        "kind": QgsWkbTypes.displayString(layer.wkbType()),
        "count": layer.featureCount(),
        "fields": layer.fields().count(),
        "features": features,
    }


application = QgsApplication([], False)
application.initQgis()
print(json.dumps({"version": Qgis.QGIS_VERSION, "files": {path: seen(path) for path in sys.argv[1:]}}))
application.exitQgis()
