"""Lists of invented families: given and family names of the people an English area has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heritage:
    """Names that go together, the DfE ethnicity codes that fit, and languages at home."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    ethnicity: tuple[str, ...]
    languages: tuple[str, ...] = ("English",)


_BRITISH = Heritage(
    women=("Kelly", "Gemma", "Stacey", "Natalie", "Donna", "Leanne", "Claire", "Hayley", "Jodie"),
    men=("Lee", "Dale", "Craig", "Shane", "Wayne", "Ryan", "Carl", "Gareth", "Stuart", "Ashley"),
    girls=("Lexi", "Poppy", "Freya", "Millie", "Evie", "Amber", "Daisy", "Skye", "Zoë", "Isla"),
    boys=("Alfie", "Kai", "Riley", "Jayden", "Logan", "Harvey", "Mason", "Jack", "Corey", "Finn"),
    families=(
        "Tattersall", "Holroyd", "Greenhalgh", "Pemberton", "Fenwick", "Bancroft", "Lister",
        "Entwistle", "Ramsbottom", "Hardcastle", "Ogden", "Sugden", "Thwaite", "Birtwhistle",
        "Cleghorn", "Smith-Jones", "Duckworth", "Hebblethwaite", "Nuttall", "Crabtree", "Ackroyd",
        "Barraclough", "Clegg", "Dewhirst", "Eastwood", "Firth", "Gaukroger", "Haigh",
        "Illingworth", "Kershaw", "Murgatroyd", "Oldroyd",
    ),
    ethnicity=("WBRI", "WBRI", "WBRI", "WOTH"),
)  # fmt: skip
_IRISH = Heritage(
    women=("Sinéad", "Bridget", "Margaret", "Mary-Kate", "Theresa"),
    men=("Declan", "Patrick", "Martin", "Johnny", "Seán"),
    girls=("Aoife", "Shauna", "Kathleen", "Roisin", "Nora"),
    boys=("Connor", "Paddy", "Miley", "Cian", "Jimmy"),
    families=("O'Brien", "Quigley", "McDonagh", "O'Hara", "Connelly", "Maughan"),
    ethnicity=("WIRI", "WIRT"),
)
_PAKISTANI = Heritage(
    women=("Shazia", "Nasreen", "Rukhsana", "Saima", "Farzana"),
    men=("Imran", "Tariq", "Nadeem", "Sajid", "Khalid"),
    girls=("Aisha", "Maryam", "Zainab", "Hafsa", "Iqra"),
    boys=("Hamza", "Yusuf", "Bilal", "Zayn", "Ibrahim"),
    families=("Rahman", "Hussain", "Mahmood", "Akhtar", "Iqbal", "Chaudhry"),
    ethnicity=("APKN",),
    languages=("Urdu", "Punjabi", "English"),
)
_BANGLADESHI = Heritage(
    women=("Rehana", "Shirin", "Momtaz", "Nazma"),
    men=("Abdul", "Rafiq", "Shahid", "Jamal"),
    girls=("Tahmina", "Sumaiya", "Ruksana", "Anika"),
    boys=("Tanvir", "Rayhan", "Nabil", "Sami"),
    families=("Begum", "Miah", "Uddin", "Chowdhury"),
    ethnicity=("ABAN",),
    languages=("Bengali", "Sylheti"),
)
_INDIAN = Heritage(
    women=("Harpreet", "Manjit", "Priya", "Sunita"),
    men=("Gurdeep", "Rajesh", "Balbir", "Anil"),
    girls=("Simran", "Jasmin", "Kiran", "Anjali"),
    boys=("Arjun", "Jaspal", "Rohan", "Amrit"),
    families=("Gill", "Sandhu", "Desai", "Bhatt"),
    ethnicity=("AIND",),
    languages=("Punjabi", "Gujarati", "English"),
)
_AFRICAN = Heritage(
    women=("Ngozi", "Abena", "Funmi", "Hodan", "Amina"),
    men=("Emeka", "Kwame", "Tunde", "Abdi", "Kofi"),
    girls=("Adaeze", "Efua", "Ayaan", "Temi", "Ifrah"),
    boys=("Chidi", "Kojo", "Dayo", "Mahad", "Zubeyr"),
    families=("Okafor", "Mensah", "Adeyemi", "Warsame", "Nwosu", "Boateng"),
    ethnicity=("BAFR",),
    languages=("English", "Igbo", "Twi", "Somali", "Yoruba"),
)
_CARIBBEAN = Heritage(
    women=("Marcia", "Yvette", "Simone", "Chantelle"),
    men=("Delroy", "Winston", "Marlon", "Andre"),
    girls=("Shanice", "Keisha", "Amara", "Tiana"),
    boys=("Jerome", "Tyrell", "Malachi", "Kieron"),
    families=("Drummond", "Campbell-Reid", "Grant", "Lindo"),
    ethnicity=("BCRB", "MWBC"),
)
_EAST_EUROPEAN = Heritage(
    women=("Agnieszka", "Beata", "Mihaela", "Ludmila"),
    men=("Łukasz", "Piotr", "Ionuț", "Marek"),
    girls=("Zuzanna", "Oliwia", "Andreea", "Nikola"),
    boys=("Jakub", "Szymon", "Luca", "Dawid"),
    families=("Żukowski", "Nowicki", "Popescu", "Horváth"),
    ethnicity=("WOTH", "WROM"),
    languages=("Polish", "Romanian", "Romani", "Slovak"),
)
_ARAB_KURDISH = Heritage(
    women=("Rojin", "Huda", "Salma"),
    men=("Azad", "Mustafa", "Karwan"),
    girls=("Lana", "Noor", "Dilan"),
    boys=("Omar", "Rebin", "Elias"),
    families=("Karimi", "al-Masri", "Hassoun"),
    ethnicity=("OOTH", "AOTH"),
    languages=("Kurdish", "Arabic"),
)
_CHINESE = Heritage(
    women=("Mei-Ling", "Fong", "Wai Yee"),
    men=("Ka Ho", "Wei", "Chun"),
    girls=("Jia", "Hui Min", "Amy"),
    boys=("Ming", "Jun", "Oscar"),
    families=("Cheung", "Lau", "Tran"),
    ethnicity=("CHNE", "AOTH"),
    languages=("Cantonese", "Vietnamese"),
)
_MIXED = Heritage(
    women=("Jade", "Tasha", "Monique", "Carly"),
    men=("Aaron", "Jamal", "Leon", "Nathan"),
    girls=("Imani", "Layla", "Ruby", "Esme"),
    boys=("Tyrese", "Noah", "Zion", "Isaac"),
    families=("Braithwaite", "Marsden-Cole", "Whitaker", "Hargreave", "Nuñez"),
    ethnicity=("MWBC", "MWBA", "MWAS", "MOTH", "REFU", "NOBT"),
)

HERITAGES = (
    _BRITISH, _PAKISTANI, _BRITISH, _AFRICAN, _BRITISH, _IRISH, _MIXED, _BRITISH,
    _EAST_EUROPEAN, _BRITISH, _BANGLADESHI, _CARIBBEAN, _BRITISH, _INDIAN, _ARAB_KURDISH,
    _BRITISH, _MIXED, _CHINESE,
)  # fmt: skip
"""In turn over the families, so that a small caseload has some of each."""

_FAMILY_HERITAGE = {name: heritage for heritage in HERITAGES for name in heritage.families}


def heritage_of(family_name: str) -> Heritage:
    """The heritage whose list a family name stands in; British where it stands in none."""
    return _FAMILY_HERITAGE.get(family_name, _BRITISH)
