import type { Industry } from '@leadlog/domain/vocabulary';

/** What companies and people of the German-speaking countries are called. */

export const TRADES: Record<Industry, readonly string[]> = {
  tech: [
    'Softwarehaus',
    'Systemhaus',
    'Datentechnik',
    'IT-Lösungen',
    'Netzwerktechnik',
    'Automation',
    'Cloud-Dienste',
    'Prüfsoftware',
  ],
  finance: ['Vermögensberatung', 'Steuerberatung', 'Leasing', 'Wirtschaftsprüfung', 'Factoring'],
  healthcare: [
    'Medizintechnik',
    'Pflegedienste',
    'Dentallabor',
    'Orthopädietechnik',
    'Hörakustik',
    'Laborbedarf',
    'Rehazentrum',
  ],
  manufacturing: [
    'Maschinenbau',
    'Metallbau',
    'Werkzeugbau',
    'Präzisionsteile',
    'Kunststofftechnik',
    'Gießerei',
    'Feinmechanik',
    'Möbelwerkstätten',
    'Verpackungen',
    'Hydraulik',
    'Textilwerke',
  ],
  retail: ['Autohaus', 'Gartencenter', 'Buchhandlung', 'Naturkost', 'Sporthaus', 'Möbelhaus'],
  education: ['Akademie', 'Sprachschulen', 'Fahrschule', 'Weiterbildung', 'Lernwerkstatt'],
  public: ['Abwasserverband', 'Stadtwerke', 'Wasserversorgung', 'Abfallwirtschaft'],
  energy: ['Solartechnik', 'Windkraft', 'Wärmepumpen', 'Energieberatung', 'Holzpellets'],
  logistics: ['Spedition', 'Transporte', 'Kurierdienst', 'Lagerlogistik', 'Umzüge'],
  media: ['Verlag', 'Druckerei', 'Filmproduktion', 'Werbeagentur', 'Mediengestaltung'],
  hospitality: ['Gasthof', 'Brauerei', 'Catering', 'Hotelbetriebe', 'Kaffeerösterei'],
  real_estate: ['Immobilien', 'Hausverwaltung', 'Wohnbau', 'Projektentwicklung'],
  other: ['Gebäudereinigung', 'Gartenbau', 'Dachdeckerei', 'Malerbetrieb', 'Schreinerei'],
};

/** Some trades stand before the family's name: Autohaus Wöhrle. */
export const LEADING_TRADES: ReadonlySet<string> = new Set([
  'Autohaus',
  'Softwarehaus',
  'Systemhaus',
  'Dentallabor',
  'Buchhandlung',
  'Sporthaus',
  'Möbelhaus',
  'Akademie',
  'Fahrschule',
  'Spedition',
  'Kurierdienst',
  'Verlag',
  'Druckerei',
  'Werbeagentur',
  'Gasthof',
  'Brauerei',
  'Kaffeerösterei',
  'Rehazentrum',
  'Hausverwaltung',
  'Malerbetrieb',
  'Schreinerei',
]);

/** Trades of the French-speaking part of Switzerland, all before the family's name. */
export const FRENCH_TRADES: Partial<Record<Industry, readonly string[]>> = {
  manufacturing: ['Horlogerie', 'Mécanique de précision'],
  finance: ['Fiduciaire'],
  hospitality: ['Hôtellerie', 'Boulangerie'],
  real_estate: ['Régie immobilière'],
  tech: ['Informatique'],
};

// prettier-ignore
export const PLACES = {
  DE: ['Aalen', 'Bamberg', 'Bautzen', 'Celle', 'Coburg', 'Detmold', 'Eisenach', 'Emden',
    'Flensburg', 'Freiberg', 'Fürth', 'Göppingen', 'Görlitz', 'Gütersloh', 'Husum', 'Jena',
    'Kempten', 'Köthen', 'Lörrach', 'Lüneburg', 'Memmingen', 'Münster', 'Nördlingen', 'Passau',
    'Pirna', 'Plön', 'Ravensburg', 'Saarlouis', 'Schwäbisch Hall', 'Soest', 'Trier', 'Tübingen',
    'Uelzen', 'Völklingen', 'Weißenfels', 'Wismar', 'Würzburg', 'Zwickau'],
  AT: ['Amstetten', 'Bludenz', 'Bregenz', 'Dornbirn', 'Eisenstadt', 'Feldkirch', 'Hallein',
    'Judenburg', 'Klosterneuburg', 'Kufstein', 'Leoben', 'Mödling', 'Steyr', 'Villach', 'Vöcklabruck'],
  CH: ['Aarau', 'Baden', 'Bülach', 'Chur', 'Frauenfeld', 'Glarus', 'Herisau', 'Köniz', 'Olten',
    'Rapperswil', 'Solothurn', 'Thun', 'Uster', 'Wädenswil', 'Zug'],
  FR: ['Fribourg', 'Martigny', 'Montreux', 'Neuchâtel', 'Nyon', 'Vevey'],
} as const;

// prettier-ignore
export const FAMILIES = {
  DE: ['Ahrens', 'Bäumler', 'Behrens', 'Böttcher', 'Brückner', 'Claußen', 'Dörfler', 'Ebeling',
    'Eichhorn', 'Feddersen', 'Fröhlich', 'Gößling', 'Grünwald', 'Häberle', 'Hansen', 'Heidenreich',
    'Hölscher', 'Jäger', 'Jürgens', 'Kästner', 'Kleinschmidt', 'Köhler', 'König', 'Krüger',
    'Lindemann', 'Löffler', 'Lüders', 'Märker', 'Mühlbauer', 'Müller', 'Nägele', 'Nissen',
    'Oßwald', 'Petersen', 'Pfäffle', 'Quandt', 'Rößler', 'Rübsamen', 'Sauerbier', 'Schäfer',
    'Schröder', 'Schönfeld', 'Strauß', 'Tönnies', 'Uhlmann', 'Vögele', 'Wackernagel', 'Weiß',
    'Wöhrle', 'Zöllner', 'Yıldırım', 'Öztürk', 'Nowak', 'Kowalczyk', 'Nguyen'],
  AT: ['Aigner', 'Bacher', 'Ebner', 'Egger', 'Fürst', 'Gruber', 'Hölzl', 'Hörmann', 'Kröll',
    'Leitgeb', 'Lechner', 'Moosbrugger', 'Neuhauser', 'Obermüller', 'Pichler', 'Reiter',
    'Schöpf', 'Steinlechner', 'Thöni', 'Unterberger', 'Wögerbauer', 'Zöhrer'],
  CH: ['Aebischer', 'Ammann', 'Bänziger', 'Bürgi', 'Brügger', 'Caduff', 'Eggenberger', 'Frösch',
    'Gerber', 'Hürlimann', 'Imhof', 'Käser', 'Lüthi', 'Nüssli', 'Odermatt', 'Rüegg', 'Schläpfer',
    'Stöckli', 'Tschudi', 'Vögtli', 'Zürcher'],
  FR: ['Aubert', 'Bäriswyl', 'Chappuis', 'Favre', 'Genoud', 'Jaquet', 'Monnier', 'Pécoud',
    'Rochat', 'Vuilleumier'],
} as const;

// prettier-ignore
export const GIVEN_NAMES = ['Anja', 'Anton', 'Aylin', 'Beate', 'Björn', 'Britta', 'Cem', 'Chantal',
  'Clémence', 'Daniela', 'Dörte', 'Elif', 'Emil', 'Fabian', 'Franziska', 'Georg', 'Gülsen', 'Hanna',
  'Heinz', 'Ines', 'Jörg', 'Jürgen', 'Karin', 'Käthe', 'Lars', 'Leonie', 'Loïc', 'Lukas', 'Mareike',
  'Matthias', 'Maximilian', 'Monika', 'Nele', 'Nils', 'Olaf', 'Paula', 'Ralf', 'Regula', 'René',
  'Sabine', 'Sönke', 'Stefanie', 'Thanh', 'Theresa', 'Tobias', 'Ulrike', 'Urs', 'Ursula',
  'Vroni', 'Walter', 'Wiebke', 'Xaver', 'Yvonne', 'Zoë'];
