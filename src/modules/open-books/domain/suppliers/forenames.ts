/**
 * Given names that are seldom anything else, for telling a payee that is a person from one that is a firm. Names that are as
 * often surnames, towns or words (Grant, Morgan, Chester, Summer) are left out: they tell nothing.
 */
export const forenames: ReadonlySet<string> = new Set(
  `
  aaron abdul abigail adam adrian ahmed aileen alan alastair albert alex alexander alexandra alfred ali alice alison alistair amanda amelia amy
  andrea andrew andy angela anita ann anna anne annette anthony antonia antony arthur audrey barbara barry beatrice belinda ben
  benjamin bernadette bernard bethany betty beverley bill brenda brendan brian bridget bryan carl carla carol caroline carolyn catherine cathy
  cecil cheryl chloe chris christian christina christine christopher claire clare clive colin connor craig cynthia daisy damian daniel danielle
  danny darren dave david dawn dean deborah debbie debra denise dennis derek desmond diana diane donald donna doreen dorothy duncan
  dylan edith edward eileen elaine eleanor elizabeth ellen emily emma eric erica ernest esther ethan eugene eva evelyn fatima felicity fiona
  frances francesca francis frank fred frederick gail gareth gary gavin gemma geoff geoffrey geraldine gerald gerard gillian giles glenda
  glenn gloria graeme graham gwen hannah harriet harry hayley hazel heather heidi helen helena henry hilary howard hugh ian imran
  irene iris isabel isabelle ivan ivor jack jackie jacob jacqueline jake jamie jan jane janet janice jason jasmine jayne jean jeanette jeff
  jeffrey jennifer jenny jeremy jessica jill jim jo joan joanna joanne joe joel johanna john jonathan joseph josephine josie joshua
  joy joyce judith judy julia julian julie june justin karen karl kate katharine katherine kathleen kathryn katie kay keith kelly ken kenneth
  kerry kevin kieran kim kimberley kirsty laura lauren lawrence leah leanne len leonard lesley liam lillian linda lisa liz lorna
  lorraine louis louise lucy luke lydia lynda lynn lynne maggie malcolm mandy marc marcus margaret maria marian marie marilyn marion
  mark marlene martin martyn mary matthew maureen maurice maxine megan melanie melissa mervyn michael michele michelle mick miriam mike mohammad
  mohammed mohamed moira molly monica muhammad muriel nadia naomi natalie natasha nathan neil nicholas nichola nick nicky nicola nigel nina noel
  nora norma norman olive oliver olivia pam pamela patricia patrick paul paula pauline penelope penny pete peter phil philip phillip
  phyllis priscilla rachael rachel ralph ray raymond rebecca rhys richard rita rob robert roberta robin rodney roger roland ron ronald rosalind
  rosemary rosie roy rupert ruth samantha sam samuel sandra sara sarah sean shane sharon sheila shelley shirley simon sonia
  sophia sophie stacey stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tanya teresa terence terry
  thelma theresa thomas tim timothy tina toby tom tony tracey tracy trevor ursula valerie vanessa vera veronica victor vincent
  viv vivien vivienne walter wendy wilfred william yasmin yvonne zoe zara zahid
  `
    .trim()
    .split(/\s+/u),
);

/** How people are addressed. */
export const titles: ReadonlySet<string> = new Set(
  'mr mrs miss ms mx mstr dr rev revd sir dame prof'.split(' '),
);
