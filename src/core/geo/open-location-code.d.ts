/** The library brings no types of its own: what is used of it (github.com/google/open-location-code, js/src/openlocationcode.js). */
declare module "open-location-code" {
  type CodeArea = {
    latitudeLo: number;
    longitudeLo: number;
    latitudeHi: number;
    longitudeHi: number;
    latitudeCenter: number;
    longitudeCenter: number;
  };
  const library: {
    OpenLocationCode: new () => {
      isValid(code: string): boolean;
      isShort(code: string): boolean;
      decode(code: string): CodeArea;
    };
  };
  export default library;
}
