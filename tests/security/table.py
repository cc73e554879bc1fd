"""What each address answers to whom. The first outcome is everybody's who is not named after it.

``sign-in`` and ``moved`` are redirects, to the sign-in page and elsewhere. ``anonymous`` has no account, ``stranger``
has one and no case, ``applicant`` owns every case of the samples; ``window examiner signer cert`` work in the
department that handles them, ``other_department`` beside it, ``other_hall`` in another district, ``city`` above it.
Nothing is sent with a POST: who may do the deed is told what is missing (400, 422), everybody else is turned away.
"""

TABLE = """
portal:home                     GET   200
portal:home                     POST  405
portal:preferences              GET   405
portal:preferences              POST  moved
portal:space                    GET   200      anonymous=sign-in
portal:space                    POST  405      anonymous=sign-in
portal:halls                    GET   200
portal:halls                    POST  405
portal:help                     GET   200
portal:help                     POST  405
portal:sitemap                  GET   200
portal:sitemap                  POST  405
portal:accessibility            GET   200
portal:accessibility            POST  405
portal:styleguide               GET   200
portal:styleguide               POST  405
portal:error_page               GET   404
portal:error_page               POST  405

accounts:sign_in                GET   moved    anonymous=200
accounts:sign_in                POST  moved    anonymous=422
accounts:sign_out               GET   405
accounts:sign_out               POST  moved
accounts:sign_up                GET   200
accounts:sign_up                POST  405
accounts:sign_up_person         GET   200
accounts:sign_up_person         POST  422
accounts:sign_up_organisation   GET   200
accounts:sign_up_organisation   POST  422
accounts:privacy                GET   200
accounts:privacy                POST  405
accounts:profile                GET   200      anonymous=sign-in
accounts:profile                POST  405      anonymous=sign-in
accounts:contact                GET   200      anonymous=sign-in
accounts:contact                POST  422      anonymous=sign-in
accounts:password               GET   200      anonymous=sign-in
accounts:password               POST  422      anonymous=sign-in
accounts:real_name              GET   200      anonymous=sign-in
accounts:real_name              POST  405      anonymous=sign-in

notifications:inbox             GET   200      anonymous=sign-in
notifications:inbox             POST  405      anonymous=sign-in
notifications:read              GET   405      anonymous=sign-in
notifications:read              POST  404      anonymous=sign-in applicant=moved
notifications:read_all          GET   405      anonymous=sign-in
notifications:read_all          POST  400      anonymous=sign-in

workdays:calendar               GET   200
workdays:calendar               POST  405
workdays:calculator             GET   200
workdays:calculator             POST  405
workdays:changes                GET   403      anonymous=sign-in supervisor=200
workdays:changes                POST  403      anonymous=sign-in supervisor=422
workdays:change                 GET   403      anonymous=sign-in supervisor=200
workdays:change                 POST  405      anonymous=sign-in
workdays:apply                  GET   405      anonymous=sign-in
workdays:apply                  POST  403      anonymous=sign-in supervisor=moved
workdays:discard                GET   405      anonymous=sign-in
workdays:discard                POST  403      anonymous=sign-in supervisor=moved

organisations:entrustments      GET   200
organisations:entrustments      POST  405

catalogue:list                  GET   200
catalogue:list                  POST  405
catalogue:drafts                GET   200      anonymous=sign-in people=403
catalogue:drafts                POST  405      anonymous=sign-in
catalogue:guide                 GET   200
catalogue:guide                 POST  405
catalogue:divisions             GET   moved
catalogue:divisions             POST  405

apply:mine                      GET   200      anonymous=sign-in
apply:mine                      POST  405      anonymous=sign-in
apply:start                     GET   403      anonymous=sign-in people=200
apply:start                     POST  403      anonymous=sign-in people=moved
apply:case                      GET   404      anonymous=sign-in applicant=200
apply:case                      POST  405      anonymous=sign-in
apply:section                   GET   404      anonymous=sign-in applicant=200
apply:section                   POST  404      anonymous=sign-in applicant=409
apply:materials                 GET   404      anonymous=sign-in applicant=200
apply:materials                 POST  404      anonymous=sign-in applicant=moved
apply:material                  GET   404      anonymous=sign-in applicant=200
apply:material                  POST  405      anonymous=sign-in
apply:check                     GET   404      anonymous=sign-in applicant=200
apply:check                     POST  404      anonymous=sign-in applicant=422
apply:receipt                   GET   404      anonymous=sign-in applicant=200
apply:receipt                   POST  405      anonymous=sign-in
apply:correction                GET   404      anonymous=sign-in applicant=200
apply:correction                POST  404      anonymous=sign-in applicant=200
apply:paper                     GET   404      anonymous=sign-in applicant=200
apply:paper                     POST  405      anonymous=sign-in
apply:discard                   GET   404      anonymous=sign-in applicant=200
apply:discard                   POST  404      anonymous=sign-in applicant=moved
apply:deed                      GET   404      anonymous=sign-in applicant=moved
apply:deed                      POST  404      anonymous=sign-in applicant=422

desk:cases   GET  403  anonymous=sign-in clerks,other_department=200 other_hall,city,supervisor=moved
desk:cases                      POST  405      anonymous=sign-in
desk:opinion                    GET   404      anonymous=sign-in city=moved
desk:opinion                    POST  404      anonymous=sign-in city=422
desk:opinion_material           GET   404      anonymous=sign-in city=200
desk:opinion_material           POST  405      anonymous=sign-in
desk:case                       GET   404      anonymous=sign-in clerks=200
desk:case                       POST  405      anonymous=sign-in
desk:material                   GET   404      anonymous=sign-in clerks=200
desk:material                   POST  405      anonymous=sign-in
desk:withdraw_material          GET   404      anonymous=sign-in clerks=moved
desk:withdraw_material          POST  404      anonymous=sign-in clerks=422
desk:exhibit                    GET   404      anonymous=sign-in clerks=200
desk:exhibit                    POST  405      anonymous=sign-in
desk:paper                      GET   404      anonymous=sign-in clerks=200
desk:paper                      POST  405      anonymous=sign-in
apply:mandates                  GET   200      anonymous=sign-in
apply:mandates                  POST  405      anonymous=sign-in
apply:mandate_new               GET   403      anonymous=sign-in people=200
apply:mandate_new               POST  403      anonymous=sign-in people=422
apply:mandate_end               GET   moved    anonymous=sign-in
apply:mandate_end               POST  404      anonymous=sign-in
apply:licences                  GET   200      anonymous=sign-in
apply:licences                  POST  405      anonymous=sign-in
apply:conveyance                GET   404      anonymous=sign-in
apply:conveyance                POST  404      anonymous=sign-in
apply:licence                   GET   404      anonymous=sign-in
apply:licence                   POST  404      anonymous=sign-in
desk:events                     GET   403      anonymous=sign-in supervisor=moved
desk:events                     POST  405      anonymous=sign-in
desk:violations   GET   403   anonymous=sign-in clerks,other_department=200 other_hall,city,supervisor=moved
desk:violations                 POST  405      anonymous=sign-in
desk:notify_violation           GET   403      anonymous=sign-in examiner=200 city=moved
desk:notify_violation           POST  403      anonymous=sign-in
desk:violation                  GET   404      anonymous=sign-in
desk:violation                  POST  404      anonymous=sign-in
desk:violation_file             GET   404      anonymous=sign-in
desk:violation_file             POST  405      anonymous=sign-in
desk:licences   GET  403  anonymous=sign-in clerks,other_department=200 other_hall,city,supervisor=moved
desk:licences                   POST  405      anonymous=sign-in
desk:licence                    GET   404      anonymous=sign-in
desk:licence                    POST  405      anonymous=sign-in
desk:licence_deed               GET   404      anonymous=sign-in
desk:licence_deed               POST  404      anonymous=sign-in
desk:exams                      GET   403      anonymous=sign-in examiner,city=200
desk:exams                      POST  403      anonymous=sign-in examiner,city=422
desk:exam                       GET   404      anonymous=sign-in
desk:exam                       POST  404      anonymous=sign-in
desk:prints                     GET   403      anonymous=sign-in window,cert,other_department=200 other_hall=moved
desk:prints                     POST  403      anonymous=sign-in window,cert,other_department=422 other_hall=moved
desk:case_file                  GET   404      anonymous=sign-in
desk:case_file                  POST  405      anonymous=sign-in
desk:decision_draft             GET   404      anonymous=sign-in
desk:decision_draft             POST  405      anonymous=sign-in
desk:deed                       GET   404      anonymous=sign-in clerks=moved
desk:deed                       POST  404      anonymous=sign-in window,signer,cert=403 examiner=422

hearings:list                   GET   200
hearings:list                   POST  405
hearings:notice                 GET   200
hearings:notice                 POST  403      anonymous=sign-in people=moved

papers:look_up                  GET   200
papers:look_up                  POST  405
papers:verify                   GET   200
papers:verify                   POST  400

progress:look_up                GET   200
progress:look_up                POST  422
progress:case                   GET   moved
progress:case                   POST  405

disclosure:queue                GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=moved
disclosure:queue                POST  405      anonymous=sign-in
disclosure:several              GET   405      anonymous=sign-in
disclosure:several              POST  403      anonymous=sign-in discloser,secrecy,other_discloser=422
disclosure:one                  GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=404
disclosure:one                  POST  405      anonymous=sign-in
disclosure:edit                 GET   405      anonymous=sign-in
disclosure:edit                 POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:send                 GET   405      anonymous=sign-in
disclosure:send                 POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:pass                 GET   405      anonymous=sign-in
disclosure:pass                 POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:return               GET   405      anonymous=sign-in
disclosure:publish              GET   405      anonymous=sign-in
disclosure:publish              POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:return               POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:uphold               GET   405      anonymous=sign-in
disclosure:uphold               POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:override             GET   405      anonymous=sign-in
disclosure:override             POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:withhold             GET   405      anonymous=sign-in
disclosure:withhold             POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:correct             GET   405      anonymous=sign-in
disclosure:correct             POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:take_back           GET   405      anonymous=sign-in
disclosure:take_back           POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:at_once             GET   405      anonymous=sign-in
disclosure:at_once             POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:again               GET   405      anonymous=sign-in
disclosure:again               POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:pass_change         GET   405      anonymous=sign-in
disclosure:pass_change         POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:return_change       GET   405      anonymous=sign-in
disclosure:return_change       POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:confirm             GET   405      anonymous=sign-in
disclosure:confirm             POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
disclosure:doubt               GET   405      anonymous=sign-in
disclosure:doubt               POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404

register:list                   GET   200
register:list                   POST  405
register:suggestions            GET   200
register:suggestions            POST  405
register:record                 GET   200
register:record                 POST  405
public_decision:paper           GET   200
public_decision:paper           POST  405

statistics:public               GET   200
statistics:public               POST  405
statistics:supervised           GET   403      anonymous=sign-in supervisor=moved
statistics:supervised           POST  405      anonymous=sign-in
creditfile:desk                 GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=moved
creditfile:desk                 POST  405      anonymous=sign-in
crawling:robots                 GET   200
crawling:robots                 POST  405
crawling:index                  GET   200
crawling:index                  POST  405
crawling:part                   GET   200
crawling:part                   POST  405
crawling:feed                   GET   200
crawling:feed                   POST  405
opendata:offline                GET   200
opendata:offline                POST  405
opendata:latest                 GET   200
opendata:latest                 POST  405
opendata:keys                   GET   200
opendata:keys                   POST  405
opendata:revoked                GET   200
opendata:revoked                POST  405
opendata:signature              GET   200
opendata:signature              POST  405
opendata:home                   GET   200
opendata:home                   POST  405
opendata:export                 GET   400
opendata:export                 POST  405
opendata:manifest               GET   200
opendata:manifest               POST  405
opendata:file                   GET   200
opendata:file                   POST  405
opendata:desk                   GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=moved
opendata:desk                   POST  405      anonymous=sign-in
opendata:deed                   GET   405      anonymous=sign-in
opendata:deed                   POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404

requests:home                   GET   200
requests:home                   POST  405
requests:new                    GET   200      anonymous=sign-in
requests:new                    POST  422      anonymous=sign-in
requests:desk                   GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=moved
requests:desk                   POST  405      anonymous=sign-in
requests:matter                 GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=404
requests:matter                 POST  405      anonymous=sign-in
requests:matter_paper           GET   403      anonymous=sign-in discloser,secrecy=200 other_discloser=404
requests:matter_paper           POST  405      anonymous=sign-in
requests:file                   GET   404      anonymous=sign-in
requests:file                   POST  405      anonymous=sign-in
requests:matter_file            GET   403      anonymous=sign-in discloser,secrecy,other_discloser=404
requests:matter_file            POST  405      anonymous=sign-in
requests:deed                   GET   405      anonymous=sign-in
requests:deed                   POST  403      anonymous=sign-in discloser,secrecy=422 other_discloser=404
requests:one                    GET   404      anonymous=sign-in applicant=200
requests:one                    POST  405      anonymous=sign-in
requests:supplement             GET   405      anonymous=sign-in
requests:supplement             POST  404      anonymous=sign-in applicant=422
requests:reasons                GET   405      anonymous=sign-in
requests:reasons                POST  404      anonymous=sign-in applicant=422
requests:withdraw               GET   405      anonymous=sign-in
requests:withdraw               POST  404      anonymous=sign-in applicant=422
requests:paper                  GET   404      anonymous=sign-in applicant=200
requests:paper                  POST  405      anonymous=sign-in

grievances:home                 GET   200
grievances:home                 POST  405
grievances:new                  GET   200
grievances:new                  POST  422
grievances:look_up              GET   405
grievances:look_up              POST  422
grievances:desk                 GET   403      anonymous=sign-in complaints=200 other_complaints,supervisor=moved
grievances:desk                 POST  405      anonymous=sign-in
grievances:matter               GET   403      anonymous=sign-in complaints=200 other_complaints,supervisor=404
grievances:matter               POST  405      anonymous=sign-in
grievances:accept               GET   405      anonymous=sign-in
grievances:accept               POST  403      anonymous=sign-in complaints=moved other_complaints,supervisor=404
grievances:refuse               GET   405      anonymous=sign-in
grievances:refuse               POST  403      anonymous=sign-in complaints=422 other_complaints,supervisor=404
grievances:refer                GET   405      anonymous=sign-in
grievances:refer                POST  403      anonymous=sign-in complaints=422 other_complaints,supervisor=404
grievances:answer               GET   405      anonymous=sign-in
grievances:answer               POST  403      anonymous=sign-in complaints=422 other_complaints,supervisor=404
grievances:one                  GET   404      applicant=200
grievances:one                  POST  405
grievances:receipt              GET   404      applicant=200
grievances:receipt              POST  405
grievances:rate                 GET   405
grievances:rate                 POST  404      applicant=422

identity:demo                   GET   200      anonymous=sign-in
identity:demo                   POST  403      anonymous=sign-in people=moved

api:schema                      GET   200
api:schema                      POST  405
api:deadline                    GET   400
api:deadline                    POST  405
api:items                       GET   200
api:items                       POST  405
api:item                        GET   200
api:item                        POST  405
api:cases                       GET   200      anonymous=401
api:cases                       POST  400      anonymous=401
api:case                        GET   404      anonymous=401 applicant=200
api:case                        POST  405      anonymous=401
api:timeline                    GET   404      anonymous=401 applicant=200
api:timeline                    POST  405      anonymous=401
api:answers                     GET   404      anonymous=401 applicant=200
api:answers                     POST  405      anonymous=401
api:material                    GET   405      anonymous=401
api:material                    POST  400      anonymous=401
api:instead                     GET   405      anonymous=401
api:instead                     POST  400      anonymous=401
api:submit                      GET   405      anonymous=401
api:submit                      POST  400      anonymous=401
api:correction                  GET   405      anonymous=401
api:correction                  POST  404      anonymous=401 applicant=409
api:look_up                     GET   405
api:look_up                     POST  400
treasury:pay                    GET   404      anonymous=sign-in
treasury:pay                    POST  404      anonymous=sign-in

api:payments                    GET   405
api:payments                    POST  403
api:records                     GET   200
api:records                     POST  405
api:open_data                   GET   200
api:open_data                   POST  405
api:taken_back                  GET   200
api:taken_back                  POST  405
api:record                      GET   200
api:record                      POST  405
"""

PEOPLE = {
    "anonymous": "",
    "stranger": "liyinuo",
    "applicant": "zhangxiaoman",
    "window": "yz-wj-window",
    "examiner": "yz-wj-examiner",
    "signer": "yz-wj-signer",
    "cert": "yz-wj-cert",
    "other_department": "yz-rs-window",
    "other_hall": "wz-wj-window",
    "city": "cq-wj-examiner",
    "discloser": "yz-discloser",
    "secrecy": "yz-secrecy",
    "other_discloser": "wz-discloser",
    "complaints": "yz-complaints",
    "other_complaints": "wz-complaints",
    "supervisor": "cq-supervisor",
}
GROUPS = {"clerks": ["window", "examiner", "signer", "cert"], "people": ["stranger", "applicant"]}
# Where all who have an account are told the same, these stand for all.
ENOUGH = ["anonymous", "applicant", "window"]


def rows() -> dict[tuple[str, str], dict[str, str]]:
    """(name, method) -> who -> outcome."""
    lines = (line.split() for line in TABLE.splitlines() if line)
    return {(name, method): _who(usual, exceptions) for name, method, usual, *exceptions in lines}


def _who(usual: str, exceptions: list[str]) -> dict[str, str]:
    special = {}
    for words, outcome in (one.split("=") for one in exceptions):
        for word in words.split(","):
            special.update(dict.fromkeys(GROUPS.get(word, [word]), outcome))
    everybody = PEOPLE if set(special) - {"anonymous"} else ENOUGH
    return {who: special.get(who, usual) for who in everybody}
