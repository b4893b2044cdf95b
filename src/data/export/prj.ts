/** Contents of a .prj file: the coordinate system in the words that GIS programs read (ESRI's WKT 1). */
import type { GridId } from './grid.ts';

const DEGREE = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
const WGS84 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${DEGREE}]`;
const CGCS2000 = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],${DEGREE}]`;

const gaussKruger = (name: string, falseEasting: string) =>
  `PROJCS["${name}",${CGCS2000},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${falseEasting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

/** A datum of its own name: programs then take the degrees as they are, and never for WGS-84. */
const offset = (name: string, id: string) =>
  `GEOGCS["${name}",DATUM["D_${id}",SPHEROID["WGS_1984",6378137.0,298.257223563]],${DEGREE}]`;

export const PRJ: Record<GridId, string> = {
  wgs84: WGS84,
  gcj02: offset('GCJ-02', 'GCJ_02'),
  bd09: offset('BD-09', 'BD_09'),
  'epsg:4547': gaussKruger('CGCS2000_3_Degree_GK_CM_114E', '500000.0'),
  'epsg:4526': gaussKruger('CGCS2000_3_Degree_GK_Zone_38', '38500000.0'),
  'epsg:3857': `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS84},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
};
